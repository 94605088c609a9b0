import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';

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
  const key = keyOf(user, assignment, student);
  try {
    if (Object.keys(save).length === 0) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify(save));
  } catch {
    // A device without room keeps what is on the screen.
  }
}

export function readPending(user: string, assignment: string, student: string): PendingSave | null {
  try {
    const text = window.localStorage.getItem(keyOf(user, assignment, student));
    return text ? (JSON.parse(text) as PendingSave) : null;
  } catch {
    return null;
  }
}

export function countPending(user: string, assignment: string): number {
  const prefix = keyOf(user, assignment, '');
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(prefix)).length;
  } catch {
    return 0;
  }
}
