import type { AssistantRight } from '@k12/contracts/teaching/enrollments';

export interface TeachingScope {
  /** Null: all sections of the course. */
  section_ids: string[] | null;
}

interface StaffEnrollment {
  section_id: string;
  role: string;
  is_limited: boolean;
  assistant_rights: readonly string[];
}

/** What one's places on the staff of a course add up to; null when none of them holds the right. */
export function scopeOf(rows: readonly StaffEnrollment[], right: AssistantRight): TeachingScope | null {
  const holding = rows.filter(
    ({ role, assistant_rights }) => role !== 'assistant' || assistant_rights.includes(right),
  );
  if (holding.length === 0) return null;
  // A teacher has the course; the limit is for those who help in it.
  if (holding.some(({ role, is_limited }) => role === 'teacher' || !is_limited)) return { section_ids: null };
  return { section_ids: [...new Set(holding.map(({ section_id }) => section_id))] };
}
