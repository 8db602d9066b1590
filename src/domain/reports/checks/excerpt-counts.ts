import { excerptCountsIn, type ExcerptCount } from '../../language/excerpt-counts.ts';
import { ownTexts, sectionTitle, type CheckedReport, type OwnText } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/**
 * What the text says of how many excerpts, beside those that are coded. More than there are is wrong;
 * fewer may be those of some matter, and are noted only where the text says that they are all.
 */
export const excerptCountFindings = (report: CheckedReport): Finding[] =>
  ownTexts(report.model).flatMap((own) => {
    const drafted = own.section?.drafted ?? null;
    const at = drafted === null ? -1 : own.text.indexOf(drafted);
    const isDrafted = ({ start }: ExcerptCount): boolean =>
      at >= 0 && drafted !== null && start >= at && start < at + drafted.length;
    return excerptCountsIn(own.text, report.model.language)
      .filter((claim) => !isDrafted(claim))
      .flatMap((claim) => findingOf(claim, own, report));
  });

function findingOf(
  { text: claim, count, isWhole, start, end }: ExcerptCount,
  { sectionId, section, text }: OwnText,
  { model }: CheckedReport,
): Finding[] {
  const all = model.method.excerptCount;
  const place = { sectionId, span: { start, end } };
  if (section === null) {
    if (count <= all) return [];
    const facts = { claim, count, excerptCount: all };
    return [{ kind: 'excerpt-total', level: 'warning', ...place, facts }];
  }
  const { excerptCount } = section;
  if (count === excerptCount || count === all || isOfAnother(count, text, section.id, model))
    return [];
  if (count < excerptCount && !isWhole) return [];
  const level = count > excerptCount ? 'warning' : 'note';
  const facts = { claim, count, excerptCount, theme: sectionTitle(section) };
  return [{ kind: 'excerpt-count', level, ...place, facts }];
}

/** The figure of another theme that the text names. */
const isOfAnother = (
  count: number,
  text: string,
  id: string,
  { sections }: CheckedReport['model'],
): boolean =>
  sections.some(
    (one) =>
      one.id !== id &&
      one.excerptCount === count &&
      one.name !== '' &&
      text.toLowerCase().includes(one.name.toLowerCase()),
  );
