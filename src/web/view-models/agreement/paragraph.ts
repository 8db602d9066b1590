import type { Statistic } from '../../../domain/analysis/statistic.ts';
import { coderName, coderNames, unitsOf, type AgreementContext } from './words.ts';
import { intervalText } from './tables.ts';

/** What the chapter on methods says of it: definition, unit, n, coefficients, what is undefined. */
export function agreementParagraph(context: AgreementContext): string {
  const { asked, found, t, formats } = context;
  const { pooled } = found;
  const names = {
    coders: coderNames(context),
    transcripts: t('common.transcripts', { count: found.texts.length }),
    themes: t('common.themes', { count: found.themes.length }),
  };
  const opening = [
    t('agreement.text.compared', names),
    t(`agreement.text.unit-${asked.unit}`, {
      n: formats.number(unitsOf(context)),
      share: asked.overlap === 'any' ? '' : formats.percent(asked.overlap),
      context: asked.overlap === 'any' ? 'any' : 'least',
    }),
    ...(asked.interviewer ? [] : [t('agreement.text.interviewer-out')]),
  ];
  const figures = pooled.kind === 'segments' ? segmentSentences(context) : unitSentences(context);
  return [...opening, ...figures].join(' ');
}

function unitSentences(context: AgreementContext): string[] {
  const { asked, found, t, formats } = context;
  const { pooled } = found;
  if (pooled.kind !== 'units') return [];
  const { agreement, unitizing, unitizingBinary } = pooled;
  const said = (id: string, statistic: Statistic, extra = ''): string =>
    statistic.value === null
      ? t('agreement.text.undefined', {
          name: t(`agreement.figures.${id}`),
          reason: t(`charts.reasons.${statistic.reason}`),
        })
      : t('agreement.text.figure', {
          name: t(`agreement.figures.${id}`),
          source: t(`agreement.sources.${id}`),
          value: formats.decimal(statistic.value) + extra,
        });
  const pairs = agreement.pairs.map(({ coderIds: [first, second], kappa, interval95 }) => {
    const extra =
      asked.unit === 'turns' && interval95
        ? t('agreement.text.interval', { interval: intervalText(context, interval95) })
        : '';
    const sentence = said('cohen', kappa, extra);
    return agreement.pairs.length > 1
      ? t('agreement.text.of-pair', {
          first: coderName(context, first),
          second: coderName(context, second),
          sentence,
        })
      : sentence;
  });
  const { percentAgreement: percent } = agreement;
  return [
    t('agreement.text.pool', { n: formats.number(agreement.unitCount) }),
    ...(percent.value === null
      ? []
      : [t('agreement.text.percent', { share: formats.percent(percent.value) })]),
    ...pairs,
    ...(asked.unit === 'characters' && pairs.length > 0 ? [t('agreement.text.no-interval')] : []),
    ...(agreement.pairs.length > 1 ? [said('fleiss', agreement.fleissKappa)] : []),
    said('krippendorff', agreement.krippendorffAlpha),
    said('gwet', agreement.gwetAC1),
    ...(unitizing ? [said('unitizing', unitizing)] : []),
    ...(unitizingBinary ? [said('unitizing-binary', unitizingBinary)] : []),
  ];
}

function segmentSentences(context: AgreementContext): string[] {
  const { found, t, formats } = context;
  if (found.pooled.kind !== 'segments') return [];
  return found.pooled.pairs.map(({ coderIds, counts, agreement, kappa }) => {
    const { matched, onlyFirst, onlySecond } = counts;
    const percent = agreement.agreementPercent;
    return t('agreement.text.segments', {
      first: coderName(context, coderIds[0]),
      second: coderName(context, coderIds[1]),
      n: formats.number(matched + onlyFirst + onlySecond),
      matched: formats.number(matched),
      share: formats.percent(percent.value === null ? null : percent.value / 100),
      kappa: formats.decimal(kappa.value),
    });
  });
}
