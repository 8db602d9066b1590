/**
 * What a child process says on both streams, and how it ends.
 *
 * @param {import('node:child_process').ChildProcess} child with its output piped
 * @returns {Promise<{ code: number | null, output: string }>} rejects when it cannot be started or is aborted
 */
export function outputOf(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
