import type { ConceptId, FrameworkId, SourceId } from '../ids.ts';
import type { Concept, Framework, Source } from './records.ts';

export type NewFramework = Pick<Framework, 'name'> & Partial<Omit<Framework, 'order'>>;
/** A concept below another of the same command comes after it, and has its dimension. */
export type NewConcept = Pick<Concept, 'name'> & Partial<Omit<Concept, 'order' | 'frameworkId'>>;
/** Without a key it gets one from its authors and year. */
export type NewSource = Pick<Source, 'title'> & Partial<Source>;

export type FrameworkCommand =
  | {
      /** A framework with its concepts and the sources that come with it. */
      readonly kind: 'add-framework';
      readonly framework: NewFramework;
      readonly concepts: readonly NewConcept[];
      readonly sources: readonly NewSource[];
    }
  | {
      readonly kind: 'change-framework';
      readonly id: FrameworkId;
      readonly changes: Partial<Omit<Framework, 'id' | 'order'>>;
    }
  | { readonly kind: 'move-framework'; readonly id: FrameworkId; readonly index: number }
  | { readonly kind: 'remove-framework'; readonly id: FrameworkId }
  | {
      readonly kind: 'add-concepts';
      readonly frameworkId: FrameworkId;
      readonly concepts: readonly NewConcept[];
    }
  | {
      readonly kind: 'change-concept';
      readonly id: ConceptId;
      readonly changes: Partial<Pick<Concept, 'name' | 'definition'>>;
    }
  | {
      readonly kind: 'move-concept';
      readonly id: ConceptId;
      readonly parentId: ConceptId | null;
      /** Place among the new siblings, the concept itself not counted. */
      readonly index: number;
      /** At the top of a two-dimensional framework; its own where left out. */
      readonly dimension?: number;
    }
  | { readonly kind: 'remove-concept'; readonly id: ConceptId }
  | { readonly kind: 'add-sources'; readonly sources: readonly NewSource[] }
  | {
      readonly kind: 'change-source';
      readonly id: SourceId;
      readonly changes: Partial<Omit<Source, 'id'>>;
    }
  | { readonly kind: 'remove-source'; readonly id: SourceId };
