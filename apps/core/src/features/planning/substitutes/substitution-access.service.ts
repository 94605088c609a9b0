import type { Substitution } from '@k12/contracts/planning/substitutions';
import type { Transaction } from '@k12/db';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { canArrangeFor, isSubstituteIn } from './substitutes.policy.ts';
import * as queries from './substitutes.queries.ts';
import { opensOn, stateOf } from './substitutes.rules.ts';

export interface OpenSubstitution {
  row: queries.SubstitutionRow;
  substitution: Substitution;
  today: string;
}

/** 404 unless one arranged it, or stands in and it is open on this day at the school (PLN-126). */
export async function selectSubstitution(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<OpenSubstitution> {
  const row = await queries.selectSubstitution(tx, id);
  const [substitution] = await presentSubstitutions(tx, context, [row]);
  if (!substitution) throw new Problem('not_found');
  const today = await todayAt(tx, context, row.school_id);
  return { row, substitution, today };
}

export async function todayAt(tx: Transaction, context: Context, schoolId: string): Promise<string> {
  const [school] = await queries.listSchoolClocks(tx, [schoolId]);
  return dayIn(school?.time_zone ?? 'UTC', context.platform.clock.now());
}

/** Without those that are not the caller's to see. */
export async function presentSubstitutions(
  tx: Transaction,
  context: Context,
  rows: readonly queries.SubstitutionRow[],
): Promise<Substitution[]> {
  const [sections, clocks] = await Promise.all([
    queries.listSectionsOf(
      tx,
      rows.map(({ id }) => id),
    ),
    queries.listSchoolClocks(tx, [...new Set(rows.map(({ school_id }) => school_id))]),
  ]);
  const now = context.platform.clock.now();
  return rows.flatMap((row) => {
    const zone = clocks.find(({ id }) => id === row.school_id)?.time_zone ?? 'UTC';
    const state = stateOf(row, dayIn(zone, now));
    const manages = canArrangeFor(context.actor, row);
    const stands = isSubstituteIn(context.actor, row) && state === 'open';
    // Who is named learns of it before it opens; what is in it stays closed until then.
    const isNamed = row.substitute_id === context.actor.user_id && state === 'waiting';
    if (!manages && !stands && !isNamed) return [];
    return [
      {
        ...present(row, state),
        sections: sections.filter(isOf(row.id)),
        can: { arrange: manages, revoke: manages && state !== 'revoked' && state !== 'ended' },
      },
    ];
  });
}

const isOf =
  (id: string) =>
  ({ substitution_id }: { substitution_id: string }) =>
    substitution_id === id;

function present(row: queries.SubstitutionRow, state: Substitution['state']) {
  return {
    id: row.id,
    school_id: row.school_id,
    teacher: {
      id: row.teacher_id,
      display_name: displayName({
        given_name: row.teacher_given_name,
        family_name: row.teacher_family_name,
        preferred_name: row.teacher_preferred_name,
      }),
    },
    substitute: row.substitute_id
      ? {
          id: row.substitute_id,
          display_name: displayName({
            given_name: row.substitute_given_name ?? '',
            family_name: row.substitute_family_name ?? '',
            preferred_name: row.substitute_preferred_name,
          }),
        }
      : null,
    opens_on: opensOn(row),
    starts_on: row.starts_on,
    ends_on: row.ends_on,
    note: row.note,
    state,
    created_at: row.created_at,
  };
}
