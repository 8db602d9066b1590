export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const BOUNDARY = '----teema-bench-boundary';

/** A multipart request with these files in one field, and what others say. */
export function multipart(
  field: string,
  files: readonly GivenFile[],
  others: Readonly<Record<string, string>> = {},
): { method: string; headers: Record<string, string>; body: Buffer } {
  const said = Object.entries(others).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  );
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n` +
        'Content-Type: text/plain\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([...said, ...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}
