import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams } from '../records.ts';
import { planTitle } from './plan-records.ts';
import { LessonPlan } from './plans.ts';

/** Into a unit, or out of one to stand alone under a course (PLN-14, PLN-15). */
export const LessonMove = z.strictObject({
  unit_plan_id: id.nullable(),
  course_id: id.nullable().optional(),
  /** The place in the unit, from 1; left out, the end. */
  position: z.int().min(1).max(501).optional(),
});
export type LessonMove = z.infer<typeof LessonMove>;

export const LessonCopy = LessonMove.extend({ title: planTitle.optional() });
export type LessonCopy = z.infer<typeof LessonCopy>;

export const moveLesson = endpoint({
  name: 'lesson_plans.move',
  method: 'POST',
  path: '/lesson_plans/{id}/move',
  summary: 'Put a lesson into another unit, with its sessions, comments and history',
  permission: 'lesson_plans.update',
  rate: 'general',
  params: idParams,
  body: LessonMove,
  replies: { 200: LessonPlan },
  errors: ['conflict'],
});

export const copyLesson = endpoint({
  name: 'lesson_plans.copy',
  method: 'POST',
  path: '/lesson_plans/{id}/copy',
  summary: 'Copy a lesson into a unit, without its sessions, comments and history',
  permission: 'lesson_plans.create',
  rate: 'general',
  params: idParams,
  body: LessonCopy,
  replies: { 201: LessonPlan },
  errors: ['conflict'],
});
