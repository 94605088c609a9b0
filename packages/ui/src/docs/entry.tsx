import type { ComponentType } from 'react';

export type DocGroup =
  | 'Foundations'
  | 'Actions'
  | 'Forms'
  | 'Content'
  | 'Navigation'
  | 'Floating'
  | 'Feedback'
  | 'Grids';

export type DocEntry = {
  /** The file it is imported from: `@k12/ui/<name>`. */
  name: string;
  title: string;
  group: DocGroup;
  purpose: string;
  anatomy: readonly string[];
  states: readonly string[];
  /** Key, then what it does. */
  keyboard: readonly (readonly [string, string])[];
  /** What a screen reader says. */
  speech: string;
  does: readonly string[];
  donts: readonly string[];
  examples: readonly { title: string; Example: ComponentType }[];
};
