import { Agent, request, type OutgoingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** From the request to the last byte of the answer. */
  readonly ms: number;
}

interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

/** Asks one server over connections that are kept, and times the answers. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true });

  constructor(readonly origin: string) {}

  /** @throws Error where the answer is not a success */
  async ask(path: string, sent: Sent = {}): Promise<Answer> {
    const answer = await this.#send(path, sent);
    if (answer.status < 300) return answer;
    throw new Error(`${path} answered ${answer.status}: ${answer.body.toString().slice(0, 500)}`);
  }

  async json<T>(path: string): Promise<T> {
    return JSON.parse((await this.ask(path)).body.toString()) as T;
  }

  post(path: string, content: object): Promise<Answer> {
    return this.postJson(path, JSON.stringify(content));
  }

  postJson(path: string, body: string): Promise<Answer> {
    return this.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(path: string, sent: Sent): Promise<Answer> {
    const begun = performance.now();
    for (;;) {
      const attempt = await this.#attempt(path, sent);
      if (attempt) return { ...attempt, ms: performance.now() - begun };
    }
  }

  /** Null where a kept connection had been closed by the server just then: browsers ask again too. */
  #attempt(
    path: string,
    { method = 'GET', headers = {}, body }: Sent,
  ): Promise<Omit<Answer, 'ms'> | null> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sending = request(this.origin + path, {
        method,
        agent: this.#agent,
        headers: { ...headers, ...length },
      });
      sending.on('error', (error: NodeJS.ErrnoException) => {
        if (sending.reusedSocket && error.code === 'ECONNRESET') resolve(null);
        else reject(error);
      });
      sending.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('error', reject);
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }),
        );
      });
      sending.end(body);
    });
  }
}
