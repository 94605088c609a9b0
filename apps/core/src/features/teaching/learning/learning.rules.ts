import type { CourseSettings } from '@k12/contracts/teaching/course-settings';
import type { LearnerItem, LearnerTotal } from '@k12/contracts/teaching/learning';

interface Span {
  state: string;
  member_state: string;
  starts_on: string | null;
  ends_on: string | null;
  year_starts_on: string;
  year_ends_on: string;
}

/** Which of the three lists a course is in, by the school's day (PPL-12, TCH-07). */
export function whenOf(spans: readonly Span[], today: string): 'current' | 'past' | 'future' {
  const each = spans.map((span) => {
    const starts = span.starts_on ?? span.year_starts_on;
    const ends = span.ends_on ?? span.year_ends_on;
    if (span.state === 'archived' || span.member_state === 'completed' || ends < today) return 'past';
    return starts > today ? 'future' : 'current';
  });
  if (each.includes('current')) return 'current';
  return each.includes('future') ? 'future' : 'past';
}

/** Fewer counted pieces than this, and one more moves the total a lot (PPL-165). */
const fewItems = 3;

interface PostedTotal {
  so_far: string | null;
  if_nothing_more: string | null;
  posted_label: string | null;
  override_percent: string | null;
  override_label: string | null;
}

/** As much of a total as the course shows (PPL-17, PPL-24). */
export function totalOf(
  found: PostedTotal | undefined,
  settings: Pick<CourseSettings, 'totals_for_students' | 'total_shown'>,
  items: readonly LearnerItem[],
): LearnerTotal | null {
  if (settings.totals_for_students === 'no' || !found) return null;
  const isLetterOnly = settings.totals_for_students === 'letter_only';
  const { override_percent, override_label } = found;
  // What was set by hand is the grade; what was calculated stays with the staff (TCH-120).
  if (override_percent !== null || override_label !== null) {
    if (isLetterOnly && override_label === null) return null;
    const percent = isLetterOnly ? null : override_percent;
    return { percent, label: override_label, is_early: false, is_by_hand: true };
  }
  const percent = settings.total_shown === 'so_far' ? found.so_far : found.if_nothing_more;
  if (percent === null) return null;
  const counted = items.filter(({ score, counts_toward_total }) => score !== null && counts_toward_total);
  return {
    percent: isLetterOnly ? null : percent,
    label: found.posted_label,
    is_early: counted.length < fewItems,
    is_by_hand: false,
  };
}

/** For reading to the end of its year, then as long as the organisation allows (TCH-04, IDN-16). */
export function isOpenToLearner(
  course: { state: string; year_ends_on: string; archived_at: string | null; updated_at: string },
  today: string,
  archivedSince: string | null,
): boolean {
  if (course.state !== 'archived' || course.year_ends_on >= today) return true;
  const at = course.archived_at ?? course.updated_at;
  return archivedSince !== null && Date.parse(at) >= Date.parse(archivedSince);
}
