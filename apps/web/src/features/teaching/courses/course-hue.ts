import { type Subject, subjects } from '@k12/ui/tone';
import { hueOf } from '@/features/planning/subject-hue.ts';

/** The colour chosen for a course, or that of its subject. */
export function courseHue(course: { color: string | null; subject: string }): Subject {
  return subjects.find((one) => one === course.color) ?? hueOf(course.subject);
}
