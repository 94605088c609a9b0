interface Lockable {
  state: string;
  locks_at: string | null;
}

/** A period is closed by hand or by its date (TCH-121). */
export function isLocked({ state, locks_at }: Lockable, now: Date): boolean {
  return (
    state === 'locked' ||
    state === 'finalized' ||
    (locks_at !== null && Date.parse(locks_at) <= now.getTime())
  );
}

interface Reopen {
  grading_period_id: string;
  course_id: string | null;
  teacher_id: string | null;
  student_id: string | null;
}

/** Whether a reopening lets this person change this student's grades in this course. */
export function covers(
  reopen: Reopen,
  change: { course_id: string; teacher_id: string | null; student_id: string },
): boolean {
  return (
    (reopen.course_id === null || reopen.course_id === change.course_id) &&
    (reopen.teacher_id === null || reopen.teacher_id === change.teacher_id) &&
    (reopen.student_id === null || reopen.student_id === change.student_id)
  );
}
