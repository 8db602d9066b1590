import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/web/app.ts';
import { patientServer } from '../../src/web/patience.ts';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

/** As patient as a test can be. */
const HASTE = {
  headersTimeout: 1_500,
  requestTimeout: 2_500,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 50,
  silence: 4_000,
};

let app: RunningApp;
let server: Server;
let port: number;
const sockets: Socket[] = [];
beforeEach(async () => {
  app = await startApp();
  const { host } = new URL(app.base);
  // Behind the same app, which knows itself by the other port.
  const handle = createApp({ ...app.services, allowedHosts: new Set([host]) });
  server = patientServer(handle, HASTE);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await app.close();
});

/** A connection that sends this, and what it was answered until it was hung up on. */
function sending(words: string, isReading = true): { socket: Socket; ended: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let said = '';
  if (isReading) socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(words);
  return { socket, ended: once(socket, 'close').then(() => said) };
}
const host = (): string => new URL(app.base).host;
const answers = async (): Promise<number> => {
  const { ended, socket } = sending(`GET /api/v1/health HTTP/1.1\r\nHost: ${host()}\r\n\r\n`);
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  await ended;
  return Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1]);
};

describe('a client that takes its time', () => {
  it('over its headers is told so and hung up on, and others are answered meanwhile', async () => {
    const slow = Array.from({ length: 50 }, () =>
      sending(`GET / HTTP/1.1\r\nHost: ${host()}\r\nX-Slow: `),
    );
    expect(await answers()).toBe(200);
    for (const said of await Promise.all(slow.map(({ ended }) => ended)))
      expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(await answers()).toBe(200);
  });

  it('over its body is hung up on, and nothing of it was done', async () => {
    const { body } = await apiOf(app.base).post('/projects', { name: 'Gradu' });
    const path = `/api/v1/projects/${body.id}/themes`;
    const head = `POST ${path} HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/json\r\n`;
    const { ended } = sending(`${head}Content-Length: 1000\r\n\r\n{"name":"Half a th`);
    expect(await ended).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect((await apiOf(app.base).get(`/projects/${body.id}/themes`)).body.themes).toEqual([]);
    expect(await answers()).toBe(200);
  });

  it('over reading a large file is hung up on, with what was kept for it', async () => {
    const file = Buffer.alloc(32 * 1024 * 1024, 'x');
    const large = patientServer((_req, res) => res.end(file), HASTE);
    large.listen(0, '127.0.0.1');
    await once(large, 'listening');
    const slow = connect((large.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(slow.on('error', () => undefined));
    slow.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    const open = () => new Promise<number>((done) => large.getConnections((_, n) => done(n)));
    await expect.poll(open, { timeout: 20_000 }).toBe(1);
    // Nothing is read until the server has let go: then there is only what was under way.
    await expect.poll(open, { timeout: 20_000 }).toBe(0);
    let read = 0;
    slow.on('data', (chunk: Buffer) => (read += chunk.length));
    await once(slow, 'close');
    expect(read).toBeLessThan(file.length);
    large.close();
  });
});
