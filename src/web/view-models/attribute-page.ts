import { MEASURE_SCALES } from '../../domain/analysis/measures/measure-statistics.ts';
import { attributesInOrder, type Project } from '../../domain/project/project.ts';
import {
  ATTRIBUTE_KINDS,
  MEASURE_KINDS,
  type Attribute,
  type AttributeKind,
} from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';

export interface AttributePage {
  readonly base: string;
  /** Where the form goes. */
  readonly action: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly kinds: readonly {
    readonly value: AttributeKind;
    readonly name: string;
    readonly about: string;
    readonly isChosen: boolean;
  }[];
  readonly choices: readonly string[];
  readonly scales: readonly ScaleOption[];
  readonly easyEnd: 'low' | 'high' | null;
  /** How many cases have a value. */
  readonly valueCount: number;
  readonly place: { readonly left: number | null; readonly right: number | null };
}

export interface ScaleOption {
  /** `nps 0 10` */
  readonly value: string;
  readonly name: string;
  readonly isChosen: boolean;
}

export function attributePage(
  project: Project,
  attribute: Attribute | null,
  t: Translate,
): AttributePage {
  const base = `/projects/${project.id}`;
  const all = attributesInOrder(project);
  const at = attribute ? all.indexOf(attribute) : -1;
  return {
    base,
    action: attribute ? `${base}/attributes/${attribute.id}` : `${base}/attributes`,
    isNew: attribute === null,
    name: attribute?.name ?? '',
    kinds: ATTRIBUTE_KINDS.map((value) => ({
      value,
      name: t(`attributes.kinds.${value}.name`),
      about: t(`attributes.kinds.${value}.about`),
      isChosen: value === (attribute?.kind ?? 'text'),
    })),
    choices: attribute?.choices ?? [],
    scales: scaleOptions(attribute, t),
    easyEnd: attribute?.measure?.easyEnd ?? null,
    valueCount: attribute
      ? [...project.cases.values()].filter((one) => attribute.id in one.attributes).length
      : 0,
    place: {
      left: at > 0 ? at - 1 : null,
      right: at >= 0 && at < all.length - 1 ? at + 1 : null,
    },
  };
}

/** Every scale a measure may have. */
export const scaleOptions = (
  attribute: Pick<Attribute, 'measure'> | null,
  t: Translate,
): ScaleOption[] =>
  MEASURE_KINDS.flatMap((kind) =>
    MEASURE_SCALES[kind].map(({ min, max }) => {
      const { measure } = attribute ?? { measure: null };
      return {
        value: `${kind} ${min} ${max}`,
        name: t(`measures.${kind}.scale`, { min, max }),
        isChosen: measure?.kind === kind && measure.min === min && measure.max === max,
      };
    }),
  );
