import type { Response } from 'express';
import * as z from 'zod';

/** One line or none of it, as a form sends it. */
export const line = z.string().default('');

/** Text of several lines: forms send CRLF. */
export const prose = z
  .string()
  .default('')
  .transform((text) => text.replace(/\r\n?/g, '\n'));

/** One entry per line, blank lines left out. */
export const linesOf = prose.transform((text) =>
  text.split('\n').filter((entry) => entry.trim() !== ''),
);

/** A choice that may be none. */
export const idOrNone = z
  .string()
  .default('')
  .transform((id) => (id === '' ? null : id));

/** Colours and other numbers of radio buttons. */
export const choice = z.coerce.number().int();

/** Reads a form's fields and checks them with the schema the API uses. */
export const readForm = <Checked>(
  fields: z.ZodType,
  schema: z.ZodType<Checked>,
  body: unknown,
): Checked => schema.parse(fields.parse(body ?? {}));

/** After a form was carried out the browser gets the page anew, so that reloading repeats nothing. */
export const seeOther = (res: Response, path: string): void => res.redirect(303, path);
