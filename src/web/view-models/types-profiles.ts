import type { Merge } from '../../domain/analysis/typification/average-linkage.ts';
import { FEWEST_CASES_IN_A_TREE } from '../../domain/analysis/typification/tree-strength.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import {
  MOST_CASES_IN_A_TREE,
  PROFILE_VALUES,
  profiles,
  type Profiles,
  type ProfileValues,
} from '../../domain/types/profiles.ts';
import type { TreeChart } from '../../charts/chart.ts';
import type { Translate } from '../i18n.ts';
import { figureOf, type Figure } from './analysis/figure.ts';
import type { Formats } from './formats.ts';

interface Cell {
  readonly text: string;
  /** What a screen reader says instead of a sign; null where the text says it. */
  readonly spoken: string | null;
  readonly heat: string;
}

export interface ProfilesPage {
  readonly base: string;
  readonly isEmpty: boolean;
  readonly choices: readonly {
    readonly href: string;
    readonly name: string;
    readonly current: boolean;
  }[];
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly href: string }[];
  readonly upright: boolean;
  readonly rows: readonly {
    readonly title: string;
    readonly colour: number;
    readonly cells: readonly Cell[];
  }[];
  /** By case: how far its profile is from the mean of the others. */
  readonly deviance: readonly string[];
  readonly distances: Distances | null;
  /** Why there are no distances to show; null where there are. */
  readonly noDistances: string | null;
  readonly tree: Figure | null;
  /** How far the tree can be trusted, or why there is none. */
  readonly strength: string;
}

interface Distances {
  readonly title: string;
  readonly about: string;
  readonly names: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

const HEAT_STEPS = 9;
/** Where everything is small, the most of it is not made to look like much. */
const FULL_AT_LEAST = 5;
/** Longer names than this do not fit over a figure. */
const COLUMN_NAME = 6;
/** Of more cases than this a table of distances cannot be read. */
const MOST_COMPARED = 60;

export function profilesPage(
  project: Project,
  values: ProfileValues,
  t: Translate,
  formats: Formats,
): ProfilesPage {
  const found = profiles(project, values);
  const base = `/projects/${project.id}`;
  const many = found.cases.length > MOST_COMPARED;
  return {
    base,
    isEmpty: found.themes.length === 0 || found.cases.length === 0,
    choices: PROFILE_VALUES.toReversed().map((value) => ({
      href: `${base}/types/profiles?values=${value}`,
      name: t(`profiles.values.${value}`),
      current: value === values,
    })),
    caption: t(`profiles.caption.${values}`),
    columns: found.cases.map(({ name }) => ({ name, href: `${base}/report` })),
    upright: found.cases.some(({ name }) => name.length > COLUMN_NAME),
    rows: rowsOf(found, values, t, formats),
    deviance: found.deviance.map(({ value }) => formats.decimal(value)),
    distances: many ? null : distancesOf(found, values, t, formats),
    noDistances: many ? t('profiles.too-many-compared', { most: MOST_COMPARED }) : null,
    tree:
      found.tree.merges.length > 0
        ? figureOf('profile-tree', treeChart(project, values, t, formats, found), {
            base,
            search: `values=${values}`,
            t,
          })
        : null,
    strength: strengthOf(found, t, formats),
  };
}

function rowsOf(
  { themes, cases, counts }: Profiles,
  values: ProfileValues,
  t: Translate,
  { number }: Formats,
): ProfilesPage['rows'] {
  const largest = counts.reduce((most, row) => Math.max(most, ...row), FULL_AT_LEAST);
  const countCell = (count: number): Cell => ({
    text: number(count),
    spoken: null,
    heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}`,
  });
  const presenceCell = (count: number): Cell =>
    count > 0
      ? { text: '●', spoken: t('profiles.present'), heat: 'h3' }
      : { text: '–', spoken: t('profiles.absent'), heat: 'h0' };
  return themes.map((theme, column) => ({
    title: themeTitle(theme),
    colour: theme.colour,
    cells: cases.map((_, row) => {
      const count = counts[row]?.[column] ?? 0;
      return values === 'presence' ? presenceCell(count) : countCell(count);
    }),
  }));
}

/** The nearer, the stronger the colour. */
function distancesOf(
  { cases, jaccard, brayCurtis }: Profiles,
  values: ProfileValues,
  t: Translate,
  { decimal }: Formats,
): Distances {
  const matrix = values === 'presence' ? jaccard : brayCurtis;
  const cell = (distance: number | null, isSelf: boolean): Cell => ({
    text: isSelf ? '' : decimal(distance),
    spoken: null,
    heat: isSelf || distance === null ? 'h0' : `h${Math.round(HEAT_STEPS * (1 - distance))}`,
  });
  return {
    title: t(`profiles.distances.${values}`),
    about: t(`profiles.distances-about.${values}`),
    names: cases.map(({ name }) => name),
    rows: cases.map(({ name }, i) => ({
      name,
      cells: cases.map((_, j) => cell(matrix[i]?.[j] ?? null, i === j)),
    })),
  };
}

const strengthOf = ({ tree }: Profiles, t: Translate, { number }: Formats): string =>
  t(`profiles.strength.${tree.strength}`, {
    cases: number(tree.caseIds.length),
    fewest: FEWEST_CASES_IN_A_TREE,
    most: MOST_CASES_IN_A_TREE,
  });

/** The tree of the cases as a drawing, its joins as the table; null where there are too few or many. */
export function treeChart(
  project: Project,
  values: ProfileValues,
  t: Translate,
  formats: Formats,
  found = profiles(project, values),
): TreeChart {
  const { tree, cases } = found;
  const nameOf = new Map(cases.map(({ id, name }) => [id, name]));
  const names = tree.caseIds.map((id) => nameOf.get(id) ?? '');
  return {
    kind: 'tree',
    title: t(`profiles.tree.${values}`, { count: names.length }),
    note: `${t(`profiles.tree-note.${values}`)} ${strengthOf(found, t, formats)}`,
    desc: t('profiles.tree-about'),
    empty: strengthOf(found, t, formats),
    language: formats.language,
    table: {
      columns: [t('profiles.joined'), t('profiles.distance')],
      rows: joinsOf(names, tree.merges).map(({ who, height }) => [
        who,
        Math.round(height * 100) / 100,
      ]),
    },
    scale: t(`profiles.scale.${values}`),
    names: tree.merges.length > 0 ? names : [],
    merges: tree.merges,
  };
}

/** Who is joined to whom, from the nearest on: "H2 + H4", "H7 + (H2, H4)". */
function joinsOf(
  names: readonly string[],
  merges: readonly Merge[],
): { who: string; height: number }[] {
  const clusters: string[][] = names.map((name) => [name]);
  const inWords = (cluster: readonly string[]): string =>
    cluster.length > 1 ? `(${cluster.join(', ')})` : (cluster[0] ?? '');
  return merges.map(({ a, b, height }) => {
    const [first = [], second = []] = [clusters[a], clusters[b]];
    clusters.push([...first, ...second]);
    return { who: `${inWords(first)} + ${inWords(second)}`, height };
  });
}
