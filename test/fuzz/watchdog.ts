import process from 'node:process';
import { Worker } from 'node:worker_threads';

const SCRIPT = `
  const { parentPort, workerData } = require('node:worker_threads');
  let timer;
  parentPort.on('message', (what) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      require('node:fs').writeSync(2, what + ' hangs\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData.seconds * 1000);
  });
`;

/** Ends the process, with words, when nothing is told for so many seconds. */
export class Watchdog {
  readonly #worker: Worker;

  constructor(seconds: number) {
    this.#worker = new Worker(SCRIPT, { eval: true, workerData: { seconds }, execArgv: [] });
    process.once('exit', () => void this.#worker.terminate());
  }

  /** What is begun now. */
  tell(what: string): void {
    this.#worker.postMessage(what);
  }
}
