import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { Zip, ZipPassThrough } from 'fflate';

/** What was compressed before it came here. */
class Deflated extends ZipPassThrough {
  readonly #compressed: Uint8Array<ArrayBuffer>;

  constructor(name: string, compressed: Uint8Array<ArrayBuffer>) {
    super(name);
    this.compression = 8;
    this.#compressed = compressed;
  }

  protected override process(_: Uint8Array, isLast: boolean): void {
    this.ondata(null, this.#compressed, isLast);
  }
}

/** Node's own takes a tenth of the time of one in JavaScript, and not this thread's. */
const compress = promisify<Uint8Array, Buffer>(deflateRaw);

/** A zip of files by name, each whole. */
export async function zipped(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, content]) => ({
      ...{ name, content },
      compressed: new Uint8Array(await compress(content)),
    })),
  );
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const { name, content, compressed } of entries) {
    const entry = new Deflated(name, compressed);
    zip.add(entry);
    entry.push(content, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}
