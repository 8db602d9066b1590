import { Rejection } from '../domain/rejection.ts';
import { answerIn, type Failed } from './answers.ts';
import { packed, sendProject, type Material } from './sent-project.ts';
import { ThreadEnded, WorkerPool, type PoolSettings } from './worker-pool.ts';

export interface Made {
  readonly bytes: Uint8Array;
}

/** Makes something of a whole project in threads of their own. */
export class ProjectThreads<Task> {
  readonly #pool: WorkerPool;
  readonly #seconds: number;

  constructor(script: URL, settings: PoolSettings) {
    this.#pool = new WorkerPool(script, settings);
    this.#seconds = settings.seconds;
  }

  /**
   * @param signal when nobody wants it any more: the work is stopped
   * @throws Rejection as the work does; `making-too-slow` {seconds}, `making-too-heavy` or `making-cancelled`
   */
  async make(task: Task, material: Material, signal?: AbortSignal): Promise<Uint8Array> {
    const sent = packed(material);
    try {
      const answer = await this.#pool.run((post) => sendProject(post, sent, task), signal);
      return answerIn(answer as Made | Failed).bytes;
    } catch (error) {
      throw error instanceof ThreadEnded ? this.#refusal(error) : error;
    }
  }

  #refusal({ end, cause }: ThreadEnded): unknown {
    switch (end) {
      case 'unwanted':
        return new Rejection('conflict', 'making-cancelled');
      case 'slow':
        return new Rejection('invalid', 'making-too-slow', { seconds: this.#seconds });
      case 'heavy':
        return new Rejection('invalid', 'making-too-heavy');
      case 'failed':
        return cause;
    }
  }
}
