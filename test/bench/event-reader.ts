import { Agent, request } from 'node:http';

/** One who follows a project live: which revisions came, whether in order and once, and when. */
export class EventReader {
  readonly #agent = new Agent();
  #rest = '';
  first = 0;
  last = 0;
  /** Revisions that came twice, out of order or not at all. */
  faults = 0;
  readonly arrived = new Map<number, number>();

  /** @param keepsTimes whether the time of each arrival is kept */
  constructor(readonly keepsTimes: boolean) {}

  open(origin: string, path: string, cookie: string): Promise<void> {
    return new Promise((resolve, reject) => {
      request(origin + path, { agent: this.#agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
        response.setEncoding('utf8').on('data', (text: string) => this.#read(text));
        response.on('error', () => undefined);
        resolve();
      })
        .on('error', reject)
        .end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #read(part: string): void {
    const text = this.#rest + part;
    const end = text.lastIndexOf('\n');
    this.#rest = text.slice(end + 1);
    for (const line of text.slice(0, Math.max(0, end)).split('\n'))
      if (line.startsWith('id: ')) this.#take(Number(line.slice(4)));
  }

  #take(revision: number): void {
    if (this.last === 0) this.first = revision;
    else if (revision !== this.last + 1) this.faults++;
    this.last = revision;
    if (this.keepsTimes) this.arrived.set(revision, performance.now());
  }
}
