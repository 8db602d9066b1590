import { APPROACHES, LANGUAGES, type Language } from '../../domain/project/records.ts';
import type { NewSettings } from '../../domain/project/defaults.ts';
import type { Translate } from '../i18n.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** What the fields of a project's settings hold, in the new project and in the settings alike. */
export interface ProjectForm {
  readonly name: string;
  readonly languages: readonly Choice[];
  readonly approaches: readonly (Choice & { readonly about: string })[];
  readonly researchQuestions: string;
  readonly error: string | null;
  /** Nothing is there yet: the first field takes the focus. */
  readonly isNew: boolean;
}

export const emptySettings = (language: Language): NewSettings => ({
  name: '',
  language,
  approach: 'theory-guided',
  researchQuestions: [],
});

export function projectForm(
  settings: NewSettings,
  t: Translate,
  error: string | null = null,
): ProjectForm {
  return {
    name: settings.name,
    languages: LANGUAGES.map((value) => ({
      value,
      name: t(`languages.${value}`),
      chosen: value === settings.language,
    })),
    approaches: APPROACHES.map((value) => ({
      value,
      name: t(`approaches.${value}.name`),
      about: t(`approaches.${value}.about`),
      chosen: value === settings.approach,
    })),
    researchQuestions: settings.researchQuestions.join('\n'),
    error,
    isNew: settings.name === '',
  };
}
