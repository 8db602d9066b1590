import type { RequestHandler } from 'express';
import rateLimit from 'express-rate-limit';
import { Rejection } from '../../domain/rejection.ts';

/** A person mistypes a few times; who guesses is stopped. */
const TRIES = { windowMs: 15 * 60_000, limit: 10 };

/** Counts what fails, by address: whoever gets in has not guessed. */
export function limitTries(): RequestHandler {
  return rateLimit({
    ...TRIES,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: () => {
      throw new Rejection('forbidden', 'tries-many');
    },
  });
}
