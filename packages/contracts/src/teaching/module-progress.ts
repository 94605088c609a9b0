import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, noContent } from '../records.ts';
import { CompletionRule, ModuleItemKind } from './module-records.ts';

/** Why something is closed to a student, and what opens it (TCH-21). */
export const Lock = z
  .object({
    kind: z.enum(['unlock_at', 'prerequisite', 'sequence']),
    unlock_at: instant.nullable(),
    /** What is to be done first: modules for a prerequisite, an item for a sequence. */
    first: z.array(z.object({ id, title: z.string() })),
  })
  .meta({ id: 'ModuleLock' });
export type Lock = z.infer<typeof Lock>;

export const CompletionState = z.enum(['not_started', 'in_progress', 'done']);
export type CompletionState = z.infer<typeof CompletionState>;

/** An item as a student sees it; while it is locked only its title and the reason. */
export const StudentItem = z
  .object({
    id,
    kind: ModuleItemKind,
    title: z.string(),
    indent: z.int(),
    lock: Lock.nullable(),
    completion_rule: CompletionRule,
    completion_minimum: z.string().nullable(),
    state: CompletionState,
    target_id: id.nullable(),
    url: z.string().nullable(),
    due_at: instant.nullable(),
  })
  .meta({ id: 'StudentModuleItem' });
export type StudentItem = z.infer<typeof StudentItem>;

export const StudentModule = z
  .object({
    id,
    title: z.string(),
    description: z.string().nullable(),
    lock: Lock.nullable(),
    is_sequential: z.boolean(),
    required_count: z.int(),
    done_count: z.int(),
    items: z.array(StudentItem),
  })
  .meta({ id: 'StudentModule' });
export type StudentModule = z.infer<typeof StudentModule>;

export const StudentModules = z.object({
  data: z.array(StudentModule),
  required_count: z.int(),
  done_count: z.int(),
});
export type StudentModules = z.infer<typeof StudentModules>;

/** For a student their own; a guardian names one of their children (PPL-20). */
export const listMyModules = endpoint({
  name: 'my_modules.list',
  method: 'GET',
  path: '/courses/{id}/my_modules',
  summary: 'Published modules of a course as a student sees them, with locks and progress',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ student_id: id.optional() }),
  replies: { 200: StudentModules },
});

/** What an item holds, once it is open. */
export const StudentItemContent = z.object({
  item: StudentItem,
  /** Rich text of a page. */
  body: z.record(z.string(), z.unknown()).nullable(),
  resources: z.array(z.object({ id, title: z.string(), kind: z.string(), url: z.string().nullable() })),
});
export type StudentItemContent = z.infer<typeof StudentItemContent>;

export const openMyItem = endpoint({
  name: 'my_modules.open_item',
  method: 'POST',
  path: '/module_items/{id}/open',
  summary: 'Open an item as a student: its content, or 403 with the reason while it is locked',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ student_id: id.optional() }),
  replies: { 200: StudentItemContent },
  errors: ['locked'],
});

export const completeItem = endpoint({
  name: 'my_modules.complete_item',
  method: 'POST',
  path: '/module_items/{id}/complete',
  summary:
    'Mark an item done: students for themselves; staff decide for one or many, or leave it to the rule again',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  body: z.strictObject({
    student_ids: z.array(id).min(1).max(500).optional(),
    to: z.enum(['done', 'not_done', 'rule']).optional(),
  }),
  replies: { 200: z.object({ changed_count: z.int() }) },
  errors: ['locked', 'module_item.not_markable'],
});

export const uncompleteItem = endpoint({
  name: 'my_modules.uncomplete_item',
  method: 'DELETE',
  path: '/module_items/{id}/complete',
  summary: 'Take the own mark back',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['locked', 'module_item.not_markable'],
});

export const ModuleProgress = z.object({
  items: z.array(z.object({ id, title: z.string(), kind: ModuleItemKind, completion_rule: CompletionRule })),
  students: z.array(
    z.object({
      student_id: id,
      name: z.string(),
      required_count: z.int(),
      done_count: z.int(),
      /** By item id; items that are not theirs are missing. */
      items: z.record(id, z.object({ state: CompletionState, how: z.enum(['rule', 'override']) })),
    }),
  ),
});
export type ModuleProgress = z.infer<typeof ModuleProgress>;

export const getModuleProgress = endpoint({
  name: 'modules.progress',
  method: 'GET',
  path: '/modules/{id}/progress',
  summary: 'How far each student is in a module, for its staff',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  replies: { 200: ModuleProgress },
});

/** What a student of a section sees, with real dates and locks and without any trace (TCH-14). */
export const getStudentView = endpoint({
  name: 'modules.student_view',
  method: 'GET',
  path: '/courses/{id}/student_view',
  summary:
    'Modules as a student of a section who has done nothing yet sees them, for the staff of the course',
  permission: 'modules.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ section_id: id }),
  replies: { 200: StudentModules },
});
