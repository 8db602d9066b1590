import { parentPort } from 'node:worker_threads';
import type { TextOf } from '../domain/analysis/text-of.ts';
import type { Project } from '../domain/project/project.ts';
import { failedBy } from './answers.ts';
import type { Made } from './project-threads.ts';
import { ProjectReceiver, type ProjectPart } from './sent-project.ts';

type Make = (task: unknown, project: Project, textOf: TextOf) => Promise<string | Uint8Array>;

/** Within a thread: makes what each project is sent for, one after the other. */
export function serveProjects(make: Make): void {
  const receiver = new ProjectReceiver();
  parentPort?.on('message', (part: ProjectPart) => {
    const whole = receiver.take(part);
    if (whole) void answer(make(whole.task, whole.project, whole.textOf));
  });
}

async function answer(making: Promise<string | Uint8Array>): Promise<void> {
  try {
    const bytes = ownBytes(await making);
    parentPort?.postMessage({ bytes } satisfies Made, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage(failedBy(error));
  }
}

/** Bytes in a buffer of their own, which can be handed over whole. */
function ownBytes(made: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof made === 'string') return new TextEncoder().encode(made);
  const { buffer, byteLength } = made;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return isOwn ? new Uint8Array(buffer) : Uint8Array.from(made);
}
