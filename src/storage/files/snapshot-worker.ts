import { workerData } from 'node:worker_threads';
import { nodeDisk } from './disk.ts';
import { makeSnapshot, type SnapshotTask } from './make-snapshot.ts';

// Runs as a thread of its own: a large project takes a second to fold and to write as JSON.
await makeSnapshot(workerData as SnapshotTask, nodeDisk);
