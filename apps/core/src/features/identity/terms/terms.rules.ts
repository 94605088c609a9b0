import type { FieldProblem } from '@k12/contracts';
import {
  collision,
  type Dated,
  isInside,
  type Named,
  orderProblems,
  overlaps,
} from '../academic-years/academic-years.rules.ts';

export interface TermShape extends Dated {
  kind: string;
  parent_term_id: string | null;
  /** Empty: every school. */
  school_ids: readonly string[];
}

export interface ExistingTerm extends Named, TermShape {
  academic_year_id: string;
}

interface Surroundings {
  year: Named;
  /** Every other term of the year. */
  others: readonly ExistingTerm[];
  /** Null for a new term. */
  term_id: string | null;
}

/** Everything wrong with a term: order, parent, siblings of its kind, and the terms inside it (IDN-11). */
export function termProblems(term: TermShape, { year, others, term_id }: Surroundings): FieldProblem[] {
  const problems = orderProblems(term);
  const parent = others.find((other) => other.id === term.parent_term_id);
  if (term.parent_term_id && !parent) {
    problems.push({
      pointer: '/parent_term_id',
      code: 'unknown_parent',
      detail: 'The parent must be a term of this year.',
    });
  }
  if (parent && term_id && isWithin(parent, term_id, others)) {
    problems.push({
      pointer: '/parent_term_id',
      code: 'circular',
      detail: 'A term cannot lie inside itself.',
    });
  }
  const outer = parent ?? year;
  if (!isInside(term, outer)) {
    const detail = `Must lie inside ${outer.name} (${outer.starts_on} to ${outer.ends_on}).`;
    problems.push({ pointer: '/starts_on', code: 'outside_parent', detail });
  }
  for (const sibling of others) {
    const isSibling = sibling.kind === term.kind && sibling.parent_term_id === term.parent_term_id;
    if (isSibling && sharesSchool(sibling, term) && overlaps(sibling, term))
      problems.push(collision(sibling));
  }
  for (const inner of others.filter((other) => term_id !== null && other.parent_term_id === term_id)) {
    if (isInside(inner, term)) continue;
    problems.push({
      pointer: '/ends_on',
      code: 'outside_parent',
      detail: `${inner.name} would lie outside.`,
    });
  }
  return problems;
}

function sharesSchool(a: TermShape, b: TermShape): boolean {
  if (a.school_ids.length === 0 || b.school_ids.length === 0) return true;
  return a.school_ids.some((school) => b.school_ids.includes(school));
}

function isWithin(term: ExistingTerm, ancestorId: string, all: readonly ExistingTerm[]): boolean {
  const seen = new Set<string>();
  let current: ExistingTerm | undefined = term;
  while (current && !seen.has(current.id)) {
    if (current.id === ancestorId || current.parent_term_id === ancestorId) return true;
    seen.add(current.id);
    const parentId: string | null = current.parent_term_id;
    current = all.find((other) => other.id === parentId);
  }
  return false;
}
