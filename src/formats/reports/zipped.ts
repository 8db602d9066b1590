import { deflateRawSync } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';

/** Node's compression takes a tenth of the time of one written in JavaScript. */
class Deflated extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    this.compression = 8;
  }

  protected override process(content: Uint8Array, isLast: boolean): void {
    this.ondata(null, new Uint8Array(deflateRawSync(content)), isLast);
  }
}

/** A zip of files by name, each whole. */
export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(files)) {
    const entry = new Deflated(name);
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
