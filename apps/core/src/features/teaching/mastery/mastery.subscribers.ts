import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { type DomainEvent, on } from '../../../platform/events/event-subscribers.ts';
import { gatherChanged, gatherOfCourse } from './follow-grades.service.ts';

/** Grades that changed this long before the event was written belong to it. */
const sameActMs = 60_000;

async function followAssignment(tx: Transaction, context: Context, { payload }: DomainEvent): Promise<void> {
  const { course_id, assignment_id } = payload;
  if (typeof course_id !== 'string' || typeof assignment_id !== 'string') return;
  await gatherOfCourse(tx, context, course_id, [assignment_id]);
}

async function followCells(tx: Transaction, context: Context, event: DomainEvent): Promise<void> {
  const { course_id } = event.payload;
  if (typeof course_id !== 'string') return;
  const since = new Date(Date.parse(event.occurred_at) - sameActMs).toISOString();
  await gatherChanged(tx, context, course_id, since);
}

/** Evidence follows what is posted, hidden and changed (TCH-87). */
export const masterySubscribers = [
  on('grades.posted', 'mastery.follow_posting', followAssignment),
  on('grades.hidden', 'mastery.follow_hiding', followAssignment),
  on('rubric_assessment.saved', 'mastery.follow_judging', followAssignment),
  on('gradebook.updated', 'mastery.follow_grades', followCells),
  on('assignment.deleted', 'mastery.follow_deletion', followAssignment),
];
