import { once } from 'node:events';
import { DataFolderInUse } from '../../../src/app/errors.ts';
import { lockFolder } from '../../../src/storage/files/lock-folder.ts';

// Usage: hold-lock FOLDER. Tries when it is told to, says how it went, and gives way when its input ends.

process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  const release = await lockFolder(process.argv[2]!);
  process.stdout.write('held\n');
  await once(process.stdin, 'end');
  await release();
} catch (error) {
  if (!(error instanceof DataFolderInUse)) throw error;
  process.stdout.write(`refused by ${error.pid}\n`);
}
