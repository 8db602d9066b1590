import { stem } from '../../language/stem.ts';
import type { Project } from '../../project/project.ts';
import type { Language } from '../../project/records.ts';

/** Every form met in a project, numbered, and which forms share a stem: the work is done once a form. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #stemIds = new Map<string, number>();
  readonly forms: string[] = [];
  /** By form: the number of its stem. */
  readonly stems: number[] = [];

  constructor(readonly language: Language) {}

  idOf(form: string): number {
    let id = this.#ids.get(form);
    if (id === undefined) {
      id = this.forms.length;
      this.#ids.set(form, id);
      this.forms.push(form);
      this.stems.push(this.#stemIdOf(stem(form, this.language)));
    }
    return id;
  }

  /** The number of a form that was met; undefined for any other. */
  knownIdOf(form: string): number | undefined {
    return this.#ids.get(form);
  }

  /** The number of the stem a form has, whether the form was met or not; undefined where no form has it. */
  stemOf(form: string): number | undefined {
    return this.#stemIds.get(stem(form, this.language));
  }

  #stemIdOf(text: string): number {
    let id = this.#stemIds.get(text);
    if (id === undefined) this.#stemIds.set(text, (id = this.#stemIds.size));
    return id;
  }
}

const known = new WeakMap<Project, Vocabulary>();

/** The project's, begun anew when its language changes. */
export function vocabularyOf(project: Project): Vocabulary {
  const { language } = project.settings;
  let vocabulary = known.get(project);
  if (vocabulary?.language !== language) {
    vocabulary = new Vocabulary(language);
    known.set(project, vocabulary);
  }
  return vocabulary;
}
