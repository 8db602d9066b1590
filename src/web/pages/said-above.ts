import type { Response } from 'express';
import * as z from 'zod';
import { Rejection } from '../../domain/rejection.ts';
import { localsOf } from '../middleware/language.ts';
import { problemOf } from '../problem.ts';

/**
 * Does what a form asks; what cannot be taken is said above the form, with what was typed in it.
 *
 * @param show draws the form again with the sentence
 */
export async function orSaidAbove(
  res: Response,
  show: (problem: string) => void | Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isOfForm = error instanceof Rejection || error instanceof z.ZodError;
    const problem = isOfForm ? problemOf(error, localsOf(res).t) : null;
    // What is not there for this person has no form either.
    if (!problem || problem.status === 404 || problem.status === 401) throw error;
    res.status(422);
    await show(problem.detail);
  }
}
