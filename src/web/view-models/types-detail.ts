import { themesInOrder, themeTitle } from '../../domain/codebook/tree.ts';
import { casesInOrder, type Project } from '../../domain/project/project.ts';
import type { Type } from '../../domain/project/records.ts';
import type { TypeCheck } from '../../domain/types/checks.ts';
import type { CodedExcerpt } from '../../domain/types/coded-excerpts.ts';
import type { Members } from '../../domain/types/members.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { draftsOf, shareChoices, type DraftCard, type ShareChoice } from './types-drafts.ts';
import { featureRows, type FeatureRow } from './types-features.ts';
import { namedTheme, passageMaker, type Passage } from './types-passage.ts';

/** What the parts of a type's details are made from. */
export interface Shown {
  readonly project: Project;
  readonly type: Type;
  /** All of them, in their order. */
  readonly types: readonly Type[];
  readonly coded: readonly CodedExcerpt[];
  readonly members: Members;
  /** 0–1 */
  readonly share: number;
  readonly t: Translate;
  readonly formats: Formats;
}

interface Option {
  readonly value: string;
  readonly title: string;
  readonly chosen: boolean;
}

export interface TypeDetail {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kind: string;
  readonly kindName: string;
  readonly kindAbout: string;
  readonly colour: number;
  readonly description: string;
  readonly memo: string;
  readonly steps: readonly { readonly id: 'up' | 'down'; readonly possible: boolean }[];
  /** Said once it is deleted. */
  readonly farewell: string;
  readonly checks: readonly string[];
  readonly cases: readonly Option[];
  /** "2/7". */
  readonly caseCount: string;
  readonly excerpts: readonly Passage[];
  readonly excerptCount: string;
  /** How many more there are than are shown; null where all are. */
  readonly more: string | null;
  readonly report: string;
  readonly features: readonly FeatureRow[];
  /** Themes that are no feature yet. */
  readonly themes: readonly Option[];
  readonly exemplar: Exemplar | null;
  readonly exemplars: readonly Option[];
  readonly drafts: readonly DraftCard[];
  readonly share: number;
  readonly shares: readonly ShareChoice[];
}

interface Exemplar {
  readonly caseName: string;
  /** Null where it is the case as a whole. */
  readonly passage: Passage | null;
}

/** More member excerpts than this are read in the report. */
const SHOWN_EXCERPTS = 60;
const INDENT = '\u2003';

export function typeDetail(shown: Shown, checks: readonly TypeCheck[]): TypeDetail {
  const { project, type, types, members, t, formats } = shown;
  const place = types.indexOf(type);
  const passage = passageMaker(project, t);
  const hidden = members.excerpts.length - SHOWN_EXCERPTS;
  return {
    id: type.id,
    href: `/projects/${project.id}/types/${type.id}`,
    name: type.name,
    kind: type.kind,
    kindName: t(`kinds.${type.kind}.name`),
    kindAbout: t(`kinds.${type.kind}.about`),
    colour: type.colour,
    description: type.description ?? '',
    memo: type.memo ?? '',
    steps: [
      { id: 'up', possible: place > 0 },
      { id: 'down', possible: place < types.length - 1 },
    ],
    farewell: t('types.removed', { name: type.name }),
    checks: checkTexts(checks, project, t),
    cases: casesInOrder(project).map(({ id, name, typeIds }) => ({
      value: id,
      title: name,
      chosen: typeIds.includes(type.id),
    })),
    caseCount: `${formats.number(members.cases.length)}/${formats.number(project.cases.size)}`,
    excerpts: members.excerpts.slice(0, SHOWN_EXCERPTS).map(passage),
    excerptCount: t('common.excerpts', { count: members.excerpts.length }),
    more: hidden > 0 ? t('types.more', { count: hidden }) : null,
    report: `/projects/${project.id}/report#type-${type.id}`,
    features: featureRows(shown),
    themes: themeOptions(shown),
    exemplar: exemplarOf(shown),
    exemplars: exemplarOptions(shown),
    drafts: draftsOf(shown),
    share: shown.share,
    shares: shareChoices(shown),
  };
}

/** One sentence for each kind of check. */
function checkTexts(checks: readonly TypeCheck[], project: Project, t: Translate): string[] {
  const bare = checks.flatMap((check) =>
    check.kind === 'feature-without-evidence' ? namedTheme(project, check.themeId) : [],
  );
  const others = checks.filter(({ kind }) => kind !== 'feature-without-evidence');
  const themes = bare.map(({ title }) => title).join(', ');
  return [
    ...others.map((check) => checkText(check, project, t)),
    ...(bare.length === 0 ? [] : [t('types.checks.feature-without-evidence', { themes })]),
  ];
}

function checkText(check: TypeCheck, project: Project, t: Translate): string {
  if (check.kind !== 'same-features') return t(`types.checks.${check.kind}`);
  const names = check.typeIds.map((id) => project.types.get(id)?.name ?? '');
  return t('types.checks.same-features', { types: names.join(', ') });
}

function themeOptions({ project, type }: Shown): Option[] {
  const features = new Set(type.features.map(({ themeId }) => themeId));
  return themesInOrder(project.themes)
    .filter(({ theme }) => !features.has(theme.id))
    .map(({ theme, depth }) => ({
      value: theme.id,
      title: INDENT.repeat(depth) + themeTitle(theme),
      chosen: false,
    }));
}

function exemplarOf({ project, type, coded, t }: Shown): Exemplar | null {
  if (type.exemplarCaseId !== null) {
    const one = project.cases.get(type.exemplarCaseId);
    return one ? { caseName: one.name, passage: null } : null;
  }
  const found = coded.find(({ excerpt }) => excerpt.id === type.exemplarExcerptId);
  const passage = found && passageMaker(project, t)(found);
  return passage ? { caseName: passage.caseName, passage } : null;
}

const LONGEST_OPTION = 80;

/** The members, and the exemplar there is, wherever it is: `case <id>` and `excerpt <id>`. */
function exemplarOptions({ project, type, members, coded }: Shown): Option[] {
  const { exemplarCaseId, exemplarExcerptId } = type;
  const cases = casesInOrder(project).filter(
    (one) => one.id === exemplarCaseId || members.cases.includes(one),
  );
  const passages = members.passages.slice(0, SHOWN_EXCERPTS);
  const chosen = coded.find(({ excerpt }) => excerpt.id === exemplarExcerptId);
  if (chosen && !passages.includes(chosen)) passages.unshift(chosen);
  return [
    ...cases.map(({ id, name }) => ({
      value: `case ${id}`,
      title: name,
      chosen: id === exemplarCaseId,
    })),
    ...passages.map(({ excerpt, caseId }) => ({
      value: `excerpt ${excerpt.id}`,
      title: `${project.cases.get(caseId)?.name ?? ''}: ${shortened(excerpt.quote)}`,
      chosen: excerpt.id === exemplarExcerptId,
    })),
  ];
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length <= LONGEST_OPTION ? line : `${line.slice(0, LONGEST_OPTION).trimEnd()}…`;
}
