import { casesInOrder } from '../../project/project.ts';
import { ownTexts, type CheckedReport, type OwnText } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** "H7", "P12": letters and a number. */
const CODE = /^(\p{L}{1,3})0*(\d{1,3})$/u;

/** Interviewees that the text names by a code which nobody in the project has. */
export function unknownCaseFindings({ project, model }: CheckedReport): Finding[] {
  const codes = casesInOrder(project)
    .map(({ name }) => CODE.exec(name.trim()))
    .filter((code) => code !== null);
  const prefixes = [...new Set(codes.map(([, prefix = '']) => prefix))];
  if (prefixes.length === 0) return [];
  const known = new Set(codes.map(([, prefix, number]) => `${prefix}${number}`));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}_/.-])(${prefixes.join('|')})0*(\d{1,3})(?![\p{L}\p{N}_/])`,
    'gu',
  );
  return ownTexts(model).flatMap((own) => unknownIn(own, pattern, known));
}

/** "Hypoteesi H5" numbers something else. */
const NUMBERED_OTHERWISE = /(?:hypot[eh]\p{L}*|kuvio|taulukko|liite|figure|table|bilaga)\s*$/iu;

function unknownIn(
  { sectionId, text }: OwnText,
  pattern: RegExp,
  known: ReadonlySet<string>,
): Finding[] {
  const seen = new Set<string>();
  // What puts a quote in its place holds an id, and a link an address.
  const own = text.replace(/\{\{[^}]*\}\}|\]\([^)]*\)/g, (found) => ' '.repeat(found.length));
  return [...own.matchAll(pattern)].flatMap((match): Finding[] => {
    const [code, prefix = '', number = ''] = match;
    const isKnown = known.has(`${prefix}${number}`) || seen.has(code);
    if (isKnown || NUMBERED_OTHERWISE.test(own.slice(0, match.index))) return [];
    seen.add(code);
    const span = { start: match.index, end: match.index + code.length };
    const facts = { name: code };
    return [{ kind: 'unknown-case', level: 'warning', sectionId, span, facts }];
  });
}
