import type { Term } from '@k12/contracts/identity/terms';

type Span = Pick<Term, 'id' | 'parent_term_id' | 'starts_on' | 'ends_on'>;

function holds({ starts_on, ends_on }: Span, today: string): boolean {
  return starts_on <= today && ends_on >= today;
}

/** Terms lie inside terms, whatever a school calls them; a day is in the innermost. */
export function isCurrentTerm(term: Span, all: readonly Span[], today: string): boolean {
  return holds(term, today) && !all.some((other) => other.parent_term_id === term.id && holds(other, today));
}
