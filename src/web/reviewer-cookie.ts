import type { Request } from 'express';
import { name } from './api/schemas.ts';

/** The name a browser last said it works under; local mode knows no other. */
export function reviewerIn(req: Request): string | undefined {
  const kept = /(?:^|;\s*)reviewer=([^;]*)/.exec(req.headers.cookie ?? '')?.[1];
  const given = name.safeParse(decoded(kept));
  return given.success ? given.data : undefined;
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
