import type { MasteryDetail } from '@k12/contracts/teaching/mastery';
import type { ProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { namesOf } from '../../identity/users/names.service.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { type CellParams, type CellPlace, selectCell } from './cell-access.service.ts';
import * as queries from './mastery.queries.ts';
import { levelOf } from './proficiency-scale.rules.ts';
import { listResults, type ResultRow } from './results.queries.ts';
import { scaleOf } from './scale-in-force.service.ts';

export async function getDetail(context: Context, params: CellParams): Promise<MasteryDetail> {
  return context.readTenant(async (tx) => {
    const cell = await selectCell(tx, context, params, 'read');
    return presentDetail(tx, cell);
  });
}

export async function presentDetail(tx: Transaction, cell: CellPlace): Promise<MasteryDetail> {
  const { course, student, standard } = cell;
  const place = { course_id: course.id, student_id: student.id, standard_id: standard.id };
  const [{ scale }, evidence, changes, results] = await Promise.all([
    scaleOf(tx, course),
    queries.listEvidence(tx, { ...place, only_posted: false }),
    queries.listChanges(tx, place),
    listResults(tx, course.id, { student_ids: [student.id], standard_id: standard.id }),
  ]);
  const result = results[0];
  const names = await namesOf(tx, [
    result?.judged_by,
    ...evidence.map(({ observed_by }) => observed_by),
    ...changes.map(({ changed_by }) => changed_by),
  ]);
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  return {
    student: { id: student.id, name: displayName(student) },
    standard: { id: standard.id, code: standard.code, statement: standard.statement },
    levels: scale.levels,
    mastery_at: scale.mastery_at,
    value: result?.value ?? null,
    level: result?.level ?? null,
    is_mastered: result?.is_mastered ?? null,
    trend: result?.trend ?? null,
    calculated: result?.calculated
      ? { value: result.calculated, level: levelOf(scale, result.calculated) }
      : null,
    judgement: judgementIn(result, person),
    evidence: evidence.map((row) => ({
      ...presentEvidence(row, scale),
      observed_by: person(row.observed_by),
    })),
    history: changes.map((change) => presentChange(change, person)),
    lock_version: result?.lock_version ?? 0,
    can: { judge: cell.can_judge },
  };
}

type Person = (id: string | null) => { id: string; name: string } | null;

function judgementIn(result: ResultRow | undefined, person: Person): MasteryDetail['judgement'] {
  if (!result || result.judged_value === null || result.judged_at === null) return null;
  return {
    value: result.judged_value,
    note: result.judged_note ?? '',
    judged_by: person(result.judged_by),
    judged_at: result.judged_at,
    ends_with_newer: result.ends_with_newer,
    is_over: result.source !== 'judgement',
  };
}

function presentEvidence(row: queries.EvidenceRow, scale: ProficiencyScale) {
  const { id, source, value, note, is_posted, observed_at, criterion, assignment_id } = row;
  const assignment = assignment_id === null ? null : { id: assignment_id, title: row.assignment_title ?? '' };
  return {
    id,
    source,
    value,
    level: levelOf(scale, value),
    note,
    is_posted,
    observed_at,
    criterion,
    assignment,
  };
}

type ChangeRow = Awaited<ReturnType<typeof queries.listChanges>>[number];

function presentChange({ id, kind, before, after, changed_by, changed_at }: ChangeRow, person: Person) {
  const said = (after ?? before ?? {}) as { value?: string; note?: string };
  const at = { changed_by: person(changed_by), changed_at };
  return { id, kind, value: said.value ?? null, note: said.note ?? '', ...at };
}
