import * as z from 'zod';
import { MEASURE_KINDS, type Measure } from '../../domain/project/records.ts';
import { line, linesOf } from './form.ts';

const listed = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => [given].flat());

/** An attribute as its form sends it; a choice that is there has its old name beside the new. */
export const attributeFields = z.object({
  name: line,
  kind: line,
  /** `nps 0 10` */
  scale: line,
  easyEnd: line,
  oldChoice: listed,
  choice: listed,
  moreChoices: linesOf,
  unfit: line,
});

type AttributeFields = z.infer<typeof attributeFields>;

/** What the form means, for the API's schema to check. */
export function attributeOf(fields: AttributeFields) {
  const { name, kind, choice, oldChoice, moreChoices } = fields;
  const kept = choice.map((to, i) => ({ from: oldChoice[i] ?? '', to: to.trim() }));
  return {
    name,
    kind,
    choices: [...kept.map(({ to }) => to), ...moreChoices.map((one) => one.trim())].filter(Boolean),
    measure: kind === 'measure' ? measureOf(fields) : null,
    renamed: kept.filter(({ from, to }) => from !== '' && to !== '' && from !== to),
    unfit: fields.unfit === 'clear' ? 'clear' : 'refuse',
  };
}

/** Null where the form leaves something out that must be asked: the command then says so. */
export function measureOf({
  scale,
  easyEnd,
}: Pick<AttributeFields, 'scale' | 'easyEnd'>): Measure | null {
  const [kind, min, max] = scale.split(' ');
  const known = MEASURE_KINDS.find((one) => one === kind);
  if (!known) return null;
  const end = known === 'ces' && (easyEnd === 'low' || easyEnd === 'high') ? easyEnd : null;
  return { kind: known, min: Number(min), max: Number(max), easyEnd: end };
}
