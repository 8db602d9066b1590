import * as z from 'zod';
import { DataFolderInUse, JournalBroken, StaleRevision, StorageFailed } from '../app/errors.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Translate } from './i18n.ts';
import { issueWords } from './input-issue.ts';

/** An error as RFC 9457 tells it, with what was kept and what to do for people. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const STATUS = {
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  unauthenticated: 401,
  forbidden: 403,
} as const;

/** Statuses that the reason alone does not tell. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  'host-foreign': 403,
  'origin-foreign': 403,
  'file-too-large': 413,
  'request-too-large': 413,
  'page-not-found': 404,
  'tries-many': 429,
};

/** What an error means to the one who caused it; null for a fault of ours. */
export function problemOf(error: unknown, t: Translate): Problem | null {
  if (error instanceof Rejection) {
    const status = STATUS_BY_CODE[error.code] ?? STATUS[error.reason];
    return said(t, status, error.code, error.details);
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    const [first] = error.issues;
    const why = first ? issueWords(first, t) : '';
    return { ...said(t, 400, 'body-invalid', { field: errors[0]?.path ?? '', why }), errors };
  }
  if (error instanceof StaleRevision)
    return said(t, 409, 'stale-revision', { expected: error.expected, actual: error.actual });
  if (error instanceof StorageFailed)
    return said(t, isFull(error) ? 507 : 503, isFull(error) ? 'disk-full' : 'storage-failed', {});
  if (error instanceof JournalBroken)
    return said(t, 500, 'journal-broken', { file: error.file, line: error.line, why: error.why });
  if (error instanceof DataFolderInUse)
    return said(t, 503, 'data-folder-in-use', { folder: error.folder });
  return ofMiddleware(error, t);
}

const isFull = (error: StorageFailed): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((error.cause as NodeJS.ErrnoException | undefined)?.code));

/** Errors that Express, its parsers and multer raise. */
function ofMiddleware(error: unknown, t: Translate): Problem | null {
  if (!(error instanceof Error)) return null;
  const { type, status, name, code } = error as Error & {
    type?: string;
    status?: number;
    code?: string;
  };
  if (type === 'entity.parse.failed') return said(t, 400, 'json-malformed', { why: error.message });
  if (type === 'entity.too.large') return said(t, 413, 'request-too-large', {});
  if (name === 'MulterError')
    return said(t, code === 'LIMIT_FILE_COUNT' ? 413 : 400, 'upload-malformed', {
      why: error.message,
    });
  if (
    /Boundary not found|Malformed part header|Unexpected end of form|Multipart/i.test(error.message)
  )
    return said(t, 400, 'upload-malformed', { why: error.message });
  if (error instanceof URIError) return said(t, 400, 'address-malformed', {});
  if (status !== undefined && status >= 400 && status < 500)
    return said(t, status, 'request-invalid', { why: error.message });
  return null;
}

export const said = (
  t: Translate,
  status: number,
  code: string,
  details: Readonly<Record<string, string | number>>,
): Problem => ({
  status,
  // What is behind the line only chooses the words.
  code: code.replace(/_.*/, ''),
  title: t(`errors.title.${status}`),
  detail: t(`errors.${code}`, { ...details, ...recordIn(t, details) }),
});

/** What kind of record the details are about, in words. */
const recordIn = (
  t: Translate,
  { entity }: Readonly<Record<string, string | number>>,
): { record?: string } => (entity === undefined ? {} : { record: t(`records.${entity}`) });
