import type { User, UserCreate, UserQuery, UserUpdate } from '@k12/contracts/identity/users';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, schoolsInReach } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { withoutUndefined } from '../../../platform/without-undefined.ts';
import { assignRole } from '../role-assignments/role-assignments.service.ts';
import { requireNoMoreRights } from '../sessions/people-in-reach.service.ts';
import { setSignInNames } from '../sessions/sign-in-directory.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { countSchools, countUser } from './counters.service.ts';
import { selectFacts, selectReadReach } from './people.service.ts';
import {
  type KnownUser,
  loadUser,
  presentAgain,
  presentListItem,
  presentUser,
} from './present-user.service.ts';
import { sendInvitation } from './users.invitations.service.ts';
import * as list from './users.list.queries.ts';
import * as policy from './users.policy.ts';
import * as queries from './users.queries.ts';
import { derivedColumns, fold } from './users.rules.ts';

export async function listUsers(context: Context, query: UserQuery) {
  const after = decodeCursor(query.cursor, 2);
  const school_id = query.school_id ?? context.school_id ?? undefined;
  if (context.school_id && school_id !== context.school_id) throw new Problem('school_mismatch');
  const today = await todayOf(context);
  const names_only = !readsContactBroadly(context.actor);
  const words = query.q ? fold(query.q).split(/\s+/) : [];
  return context.readTenant(async (tx) => {
    const reach = await selectReadReach(tx, context, today);
    const rows = await list.listUsers(
      tx,
      { ...query, school_id },
      { reach, today, words, names_only, after },
    );
    const facts = await selectFacts(
      tx,
      rows.map((row) => row.id),
      today,
    );
    return pageOf(
      rows,
      query.limit,
      (row) => presentListItem(context.actor, row, factOf(facts, row.id), today),
      (row) => [positionOf(row, query.sort), row.id],
    );
  });
}

/** Contact data of everybody the list can show: the whole tenant, or every school the names are read in. */
function readsContactBroadly(actor: Actor): boolean {
  const names = schoolsInReach(actor, 'users.read');
  const contact = schoolsInReach(actor, 'users.read_contact');
  if (names === 'all' || contact === 'all') return contact === 'all';
  return names.length > 0 && names.every((school) => contact.includes(school));
}

function positionOf(row: Awaited<ReturnType<typeof list.listUsers>>[number], sort: string): string {
  if (sort.endsWith('last_sign_in_at')) return row.last_sign_in_at ?? '-infinity';
  return sort.endsWith('created_at') ? row.created_at : row.sort_name;
}

function factOf<T>(facts: Map<string, T>, id: string): T {
  return facts.get(id) as T;
}

export async function getUser(context: Context, id: string): Promise<User> {
  return context.readTenant(async (tx) => presentUser(context.actor, await loadUser(tx, context, id)));
}

/** By hand, or a row of a table (IDN-40). */
export async function createUser(
  context: Context,
  input: UserCreate,
  source: 'manual' | 'import' = 'manual',
): Promise<User> {
  const { role_id, grade_level, starts_on, invite, ...person } = input;
  const school_id = input.school_id ?? null;
  authorize(policy.canCreateUser(context.actor, school_id), 'users.create');
  if (context.school_id && school_id !== context.school_id) throw new Problem('school_mismatch');
  return context.withTenant(async (tx) => {
    if (school_id && !(await queries.selectOptionalActiveSchool(tx, school_id))) {
      throw invalid('/school_id', 'unknown_school', 'There is no such active school.');
    }
    const id = newId();
    const created_at = context.platform.clock.now().toISOString();
    const fields = fieldsOf(person);
    const state = invite ? 'invited' : 'active';
    const user = await queries.createUser(tx, { ...fields, id, state, source, created_at });
    if (!user) throw await duplicate(tx, context, fields, null);
    await setSignInNames(tx, context, id, [user.email, user.username]);
    if (school_id) {
      const membership = {
        id: newId(),
        user_id: id,
        school_id,
        grade_level: grade_level ?? null,
        created_at,
      };
      const dates = { starts_on: starts_on ?? null, ends_on: null };
      await queries.saveMembership(tx, { ...membership, ...dates, is_primary: true });
    }
    await assignRole(tx, context, {
      user_id: id,
      role_id,
      school_id,
      scope: school_id ? 'school' : 'tenant',
      starts_on: starts_on ?? null,
      ends_on: null,
      confirm_change_of_kind: false,
    });
    await recordAudit(tx, context, { action: 'user.created', target_type: 'user', target_id: id, school_id });
    await publishEvent(tx, context, 'user.created', { user_id: id });
    if (invite) await sendInvitation(tx, context, user);
    await countSchools(tx, context, school_id ? [school_id] : []);
    await countUser(tx, context, 1);
    return presentAgain(tx, context, id);
  });
}

export async function updateUser(context: Context, id: string, input: UserUpdate): Promise<User> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const known = await loadUser(tx, context, id);
    const { place } = known.facts;
    authorize(policy.canManageUser(context.actor, 'users.update', place), 'users.update');
    if (changes.birth_on !== undefined) {
      authorize(policy.canReadRestricted(context.actor, place), 'users.read_restricted');
    }
    // Reset links go to the address: who changes it could take the account over.
    const { email } = changes;
    if (email !== undefined && email !== known.user.email) await requireNoMoreRights(context, id);
    return saveChanges(tx, context, known, changes, lock_version);
  });
}

async function saveChanges(
  tx: Transaction,
  context: Context,
  known: KnownUser,
  changes: Omit<UserUpdate, 'lock_version'>,
  lockVersion: number,
): Promise<User> {
  const before = known.user;
  const fields = fieldsOf({ ...before, ...withoutUndefined(changes) });
  if (!fields.email && !fields.username) {
    throw invalid('/email', 'email_or_username', 'An e-mail address or a username is needed.');
  }
  refuseRosterField(before, fields.email);
  if (await queries.selectOptionalHolder(tx, fields, before.id)) {
    throw await duplicate(tx, context, fields, before.id);
  }
  const updated_at = context.platform.clock.now().toISOString();
  const user = await queries.updateUser(tx, before.id, lockVersion, { ...fields, updated_at });
  if (!user) throw new Problem('version_conflict', { current: presentUser(context.actor, known) });
  if (user.email !== before.email || user.username !== before.username) {
    await setSignInNames(tx, context, user.id, [user.email, user.username]);
  }
  await recordAudit(tx, context, {
    action: 'user.updated',
    target_type: 'user',
    target_id: user.id,
    school_id: known.facts.place.school_ids[0] ?? null,
    changes: changesBetween<object>(before, changes),
  });
  await publishEvent(tx, context, 'user.updated', { user_id: user.id });
  return presentUser(context.actor, { ...known, user });
}

/** The roster owns the addresses it brought (IDN-75). */
function refuseRosterField(before: queries.UserRow, email: string | null): void {
  if (before.source === 'import' && before.external_id && before.email !== email) {
    throw invalid('/email', 'roster_managed', 'This address comes from the roster and is changed there.');
  }
}

type PersonInput = Partial<Omit<queries.UserFields, 'given_name'>> & { given_name: string };

function fieldsOf(person: { [K in keyof PersonInput]: PersonInput[K] | undefined }): queries.UserFields {
  const named = {
    given_name: person.given_name as string,
    family_name: person.family_name ?? '',
    preferred_name: person.preferred_name ?? null,
    pronounced_as: person.pronounced_as ?? null,
    pronouns: person.pronouns ?? null,
    email: person.email ?? null,
    username: person.username ?? null,
    student_number: person.student_number ?? null,
    staff_number: person.staff_number ?? null,
    external_id: person.external_id ?? null,
    birth_on: person.birth_on ?? null,
    locale: person.locale ?? null,
    time_zone: person.time_zone ?? null,
  };
  return { ...named, ...derivedColumns(named) };
}

/** Names the other person only to somebody who may see them (IDN-31). */
async function duplicate(
  tx: Transaction,
  context: Context,
  names: { email_normalized: string | null; username_normalized: string | null },
  exceptId: string | null,
): Promise<Problem> {
  const holder = await queries.selectOptionalHolder(tx, names, exceptId);
  if (!holder) return new Problem('user.duplicate');
  const today = await todayOf(context);
  const [reach, facts] = await Promise.all([
    selectReadReach(tx, context, today),
    selectFacts(tx, [holder.id], today),
  ]);
  const isVisible = policy.canReadUser(reach, factOf(facts, holder.id).place);
  const isEmail = names.email_normalized !== null && holder.email_normalized === names.email_normalized;
  const detail = isEmail ? 'Somebody has this e-mail address.' : 'Somebody has this username.';
  return new Problem('user.duplicate', {
    errors: [{ pointer: isEmail ? '/email' : '/username', code: 'user.duplicate', detail }],
    ...(isVisible ? { context: { user_id: holder.id } } : {}),
  });
}
