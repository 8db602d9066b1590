import { open } from 'node:fs/promises';
import { createServer } from 'node:http';

// Usage: node bare-server.mjs PORT FILE
// GET /BYTES answers a plain text of that length (none for any other address); POST appends the body to FILE, syncs it and answers.

const [port, path = ''] = process.argv.slice(2);
const file = await open(path, 'a');
/** @type {Map<string, Buffer>} */
const pages = new Map();

createServer((req, res) => {
  if (req.method === 'POST') void keep(req, res);
  else res.setHeader('Content-Type', 'text/plain').end(page(req.url ?? '/'));
}).listen(Number(port), '127.0.0.1');

/** @param {string} url */
function page(url) {
  const known = pages.get(url);
  if (known) return known;
  const made = Buffer.alloc(
    Number(url.slice(1)) || 0,
    'a line of a plain text page, as it stands\n',
  );
  pages.set(url, made);
  return made;
}

/**
 * @param {import('node:http').IncomingMessage} req
 * @param {import('node:http').ServerResponse} res
 */
async function keep(req, res) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  await file.write(body);
  await file.datasync();
  res.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  res.end(body);
}
