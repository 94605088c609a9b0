import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { keepOnDevice, readFromDevice } from '../../../lib/saving/device-copy.ts';

/** What was typed for one work and could not be sent yet. */
export interface PendingSave {
  entry?: { value: string; grade_version: number };
  comment?: string;
  marks?: { rubric_id: string; marks: RubricMarks; lock_version: number | null };
}

const keyOf = (user: string, assignment: string, student: string) =>
  `homeroom.grading.${user}.${assignment}.${student}`;

/** Kept on the device until the server has it, so that neither a lost network nor a closed page loses a grade (TCH-70). */
export function keepPending(user: string, assignment: string, student: string, save: PendingSave): void {
  keepOnDevice(keyOf(user, assignment, student), Object.keys(save).length === 0 ? null : save);
}

export function readPending(user: string, assignment: string, student: string): PendingSave | null {
  return readFromDevice(keyOf(user, assignment, student));
}
