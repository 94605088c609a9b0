import type { UserQuery, UserSort } from '@k12/contracts/identity/users';
import type { Database, Transaction } from '@k12/db';
import { type Expression, type ExpressionBuilder, sql } from 'kysely';
import { inOrderAfter, type Position } from '../../../platform/in-order-after.ts';
import { containing } from '../../../platform/like-pattern.ts';
import type { ReadReach } from './users.policy.ts';

type Builder = ExpressionBuilder<Database & { user: Database['users'] }, 'user'>;

export const listColumns = [
  'user.id',
  'user.given_name',
  'user.family_name',
  'user.preferred_name',
  'user.pronounced_as',
  'user.pronouns',
  'user.avatar_file_id',
  'user.email',
  'user.username',
  'user.student_number',
  'user.staff_number',
  'user.external_id',
  'user.sort_name',
  'user.state',
  'user.source',
  'user.mfa_enrolled',
  'user.last_sign_in_at',
  'user.last_sign_in_method',
  'user.created_at',
  'user.updated_at',
  'user.lock_version',
] as const;

export interface ListConditions {
  reach: ReadReach;
  today: string;
  /** Folded words that must all occur. */
  words: string[];
  /** Search names alone: what may not be read must not be found letter by letter either (IDN-34). */
  names_only: boolean;
  after: Position;
}

/** One page and a row more, in the order of an index (IDN-38). */
export function listUsers(tx: Transaction, query: UserQuery, conditions: ListConditions) {
  const { reach, today, words, names_only, after } = conditions;
  const { key, direction } = orderOf(query.sort);
  let rows = tx
    .selectFrom('users as user')
    .select(listColumns)
    .where('user.kind', '=', 'person')
    .limit(query.limit + 1);
  if (!reach.everyone) rows = rows.where((eb) => isVisible(eb as Builder, reach, today));
  if (query.state) rows = rows.where('user.state', '=', query.state);
  else rows = rows.where('user.state', '<>', 'anonymized');
  if (query.source) rows = rows.where('user.source', '=', query.source);
  if (query.mfa) rows = rows.where('user.mfa_enrolled', '=', query.mfa === 'true');
  if (query.method === 'none') rows = rows.where('user.last_sign_in_method', 'is', null);
  else if (query.method) rows = rows.where('user.last_sign_in_method', '=', query.method);
  if (query.role) {
    const { role } = query;
    rows = rows.where((eb) => holds(eb as Builder, role, today));
  }
  if (query.school_id) {
    const { school_id } = query;
    rows = rows.where((eb) => belongsTo(eb as Builder, [school_id], today, 'today'));
  }
  if (query.grade_level) {
    const { grade_level, school_id } = query;
    rows = rows.where((eb) => isInGrade(eb as Builder, grade_level, school_id, today));
  }
  const searched = names_only ? 'user.sort_name' : 'user.search_text';
  for (const word of words) rows = rows.where(searched, 'like', containing(word));
  return inOrderAfter(rows, [key, 'user.id'], after, direction).execute();
}

/** Written as the index has it; whoever never signed in counts as longest ago. */
function orderOf(sort: UserSort): { key: Expression<unknown>; direction: 'asc' | 'desc' } {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  if (sort.endsWith('last_sign_in_at')) {
    return { key: sql`coalesce(${sql.ref('user.last_sign_in_at')}, '-infinity'::timestamptz)`, direction };
  }
  return { key: sql.ref(sort.endsWith('created_at') ? 'user.created_at' : 'user.sort_name'), direction };
}

/** The visibility of `canReadUser`, in SQL: a list never filters in memory. */
function isVisible(eb: Builder, reach: ReadReach, today: string) {
  const ids = [...reach.linked_ids, ...(reach.own_id ? [reach.own_id] : [])];
  const options = ids.length > 0 ? [eb('user.id', 'in', ids)] : [];
  if (reach.school_ids.length > 0) options.push(belongsTo(eb, reach.school_ids, today, 'ever'));
  if (reach.all_staff) options.push(isStaff(eb));
  if (reach.staff_school_ids.length > 0) {
    options.push(eb.and([isStaff(eb), belongsTo(eb, reach.staff_school_ids, today, 'ever')]));
  }
  return eb.or(options);
}

// Each condition asks about the row at hand by an index that begins with the person, so a list that matches many
// walks the index of its order and stops when the page is full.

/** Members, holders of a role there, and guardians of members. */
function belongsTo(eb: Builder, schoolIds: string[], today: string, when: 'today' | 'ever') {
  const member = eb
    .selectFrom('memberships as member')
    .select('member.id')
    .whereRef('member.user_id', '=', 'user.id')
    .where('member.school_id', 'in', schoolIds)
    .where((m) => m.or([m('member.starts_on', 'is', null), m('member.starts_on', '<=', today)]))
    .$if(when === 'today', (rows) =>
      rows.where((m) => m.or([m('member.ends_on', 'is', null), m('member.ends_on', '>=', today)])),
    );
  const assigned = eb
    .selectFrom('role_assignments as assigned')
    .select('assigned.id')
    .whereRef('assigned.user_id', '=', 'user.id')
    .where('assigned.school_id', 'in', schoolIds)
    .where((m) => m.or([m('assigned.starts_on', 'is', null), m('assigned.starts_on', '<=', today)]))
    .$if(when === 'today', (rows) =>
      rows.where((m) => m.or([m('assigned.ends_on', 'is', null), m('assigned.ends_on', '>=', today)])),
    );
  const guardian = eb
    .selectFrom('guardian_links as link')
    .innerJoin('memberships as child', 'child.user_id', 'link.student_id')
    .select('link.id')
    .whereRef('link.guardian_id', '=', 'user.id')
    .where('child.school_id', 'in', schoolIds)
    .where((m) => m.or([m('child.starts_on', 'is', null), m('child.starts_on', '<=', today)]))
    .$if(when === 'today', (rows) =>
      rows.where((m) => m.or([m('child.ends_on', 'is', null), m('child.ends_on', '>=', today)])),
    );
  return eb.or([eb.exists(member), eb.exists(assigned), eb.exists(guardian)]);
}

function holds(eb: Builder, role: string, today: string) {
  return eb.exists(
    eb
      .selectFrom('role_assignments as held')
      .select('held.id')
      .whereRef('held.user_id', '=', 'user.id')
      .where('held.role_id', '=', eb.selectFrom('roles').select('roles.id').where('roles.key', '=', role))
      .where((m) => m.or([m('held.starts_on', 'is', null), m('held.starts_on', '<=', today)]))
      .where((m) => m.or([m('held.ends_on', 'is', null), m('held.ends_on', '>=', today)])),
  );
}

function isStaff(eb: Builder) {
  const outsiders = eb
    .selectFrom('roles')
    .select('roles.id')
    .where('roles.key', 'in', ['student', 'guardian']);
  return eb.exists(
    eb
      .selectFrom('role_assignments as held')
      .select('held.id')
      .whereRef('held.user_id', '=', 'user.id')
      .where('held.role_id', 'not in', outsiders),
  );
}

function isInGrade(eb: Builder, grade: string, schoolId: string | undefined, today: string) {
  return eb.exists(
    eb
      .selectFrom('memberships as attending')
      .select('attending.id')
      .whereRef('attending.user_id', '=', 'user.id')
      .where('attending.grade_level', '=', grade)
      .$if(schoolId !== undefined, (rows) => rows.where('attending.school_id', '=', schoolId ?? ''))
      .where((m) => m.or([m('attending.starts_on', 'is', null), m('attending.starts_on', '<=', today)]))
      .where((m) => m.or([m('attending.ends_on', 'is', null), m('attending.ends_on', '>=', today)])),
  );
}
