import { z } from 'zod';
import { id } from '../records.ts';
import { PackWords } from './packs.ts';

export const RunStatus = z.enum(['same', 'added', 'removed']);
/** Without `added` the runs are the old text, without `removed` the new one, to the letter. */
export const DiffRun = z.object({ status: RunStatus, text: z.string() });
export type DiffRun = z.infer<typeof DiffRun>;

/** What a changed value is: a section, a field of a group, an entry, or one of the plan's own facts. */
export const ChangeKind = z.enum([
  'title',
  'text',
  'rich_text',
  'list_item',
  'group_item',
  'choice',
  'choices',
  'number',
  'rating',
  'date_range',
  'duration',
  'tag',
  'alignment',
  'resource',
  'lesson',
  'unknown',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ChangeStatus = z.enum(['added', 'removed', 'changed', 'moved']);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** A value that is not compared word by word: a number, words of a pack, or a range of dates. */
export const DiffValue = z.union([
  z.number(),
  z.string(),
  PackWords,
  z.object({ from: z.string().nullable(), to: z.string().nullable() }),
]);
export type DiffValue = z.infer<typeof DiffValue>;

export const PlanChange = z.object({
  /** Pointer into the content, entries by their id; the plan's own facts begin with `/@`. */
  path: z.string(),
  /** Key of the section; null for the plan's own facts. */
  section_key: z.string().nullable(),
  label: PackWords,
  kind: ChangeKind,
  status: ChangeStatus,
  /** The entry also stands elsewhere now. */
  moved: z.boolean(),
  from_position: z.int().nullable(),
  to_position: z.int().nullable(),
  /** Same words, other look. */
  formatting_only: z.boolean(),
  /** Compared by paragraphs because the texts are too far apart for words (PLN-38). */
  coarse: z.boolean(),
  runs: z.array(DiffRun).nullable(),
  /** What the member of a set is called: a standard's code, a tag, a lesson's title. */
  name: PackWords.nullable(),
  before: DiffValue.nullable(),
  after: DiffValue.nullable(),
});
export type PlanChange = z.infer<typeof PlanChange>;

export const FrozenAlignment = z.object({
  standard_id: id,
  code: z.string().nullish(),
  statement: z.string().nullish(),
  emphasis: z.string().nullish(),
  note: z.string().nullish(),
});
export type FrozenAlignment = z.infer<typeof FrozenAlignment>;

export const FrozenResource = z.object({
  resource_id: id,
  title: z.string(),
  kind: z.string().nullish(),
  path: z.string().nullish(),
  caption: z.string().nullish(),
  audience: z.string().nullish(),
  position: z.int().nullish(),
});
export type FrozenResource = z.infer<typeof FrozenResource>;

export const FrozenLesson = z.object({
  lesson_plan_id: id,
  version_id: id.nullable(),
  title: z.string(),
  duration_minutes: z.int().nullable(),
});
export type FrozenLesson = z.infer<typeof FrozenLesson>;

/** Everything of a plan that versions keep and comparisons see. */
export const PlanSnapshot = z.object({
  title: z.string(),
  content: z.record(z.string(), z.unknown()),
  alignments: z.array(FrozenAlignment),
  resources: z.array(FrozenResource),
  lessons: z.array(FrozenLesson),
  tags: z.array(z.string()),
  duration_minutes: z.int().nullable(),
});
export type PlanSnapshot = z.infer<typeof PlanSnapshot>;
