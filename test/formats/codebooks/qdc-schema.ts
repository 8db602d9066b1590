import { existsSync, readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const schema = new URL('../../../../shared/corpus/refi-qda/Codebook.xsd', import.meta.url);

/** Whether the schema of REFI-QDA is beside the project; says so where it is not. */
export function hasQdcSchema(): boolean {
  const there = existsSync(schema);
  if (!there)
    process.stderr.write('Codebook.xsd is not beside the project: its tests are skipped\n');
  return there;
}

/** What the schema has against each of the files. */
export async function qdcFaults(files: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files.map((contents, i) => ({ fileName: `${i}.qdc`, contents })),
    schema: [readFileSync(schema, 'utf8')],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
