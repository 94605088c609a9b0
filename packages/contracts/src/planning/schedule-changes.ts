import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { day, id, idParams, instant } from '../records.ts';

/** One session that a change moves, or would move. */
export const MovedSession = z.object({
  session_id: id,
  lesson_plan_id: id,
  lesson_title: z.string(),
  section_id: id,
  section_name: z.string(),
  from_on: day,
  to_on: day,
  /** Another lesson has this meeting already. */
  shares: z.boolean(),
});
export type MovedSession = z.infer<typeof MovedSession>;

export const UndoResult = z.object({
  restored: z.int(),
  /** What somebody changed since stays as it is (PLN-114). */
  kept: z.array(z.object({ type: z.enum(['placement', 'session', 'due_date']), id, title: z.string() })),
});
export type UndoResult = z.infer<typeof UndoResult>;

/** What one change of many dates leaves behind: undone within 24 hours, once (PLN-114). */
export const ScheduleChange = z.object({ id, undo_until_at: instant });
export type ScheduleChange = z.infer<typeof ScheduleChange>;

export const undoScheduleChange = endpoint({
  name: 'schedule_changes.undo',
  method: 'POST',
  path: '/schedule_changes/{id}/undo',
  summary: 'Bring back the dates that one bump or move changed',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  replies: { 200: UndoResult },
  errors: ['gone', 'conflict'],
});
