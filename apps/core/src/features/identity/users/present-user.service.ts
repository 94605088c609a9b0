import type { Membership, User, UserListItem } from '@k12/contracts/identity/users';
import type { Transaction } from '@k12/db';
import type { Actor } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { type MembershipRow, type PersonFacts, selectFacts, selectReadReach } from './people.service.ts';
import * as policy from './users.policy.ts';
import { selectUser, type UserRow } from './users.queries.ts';
import { displayName, isInForce, type StateChange, stateChange } from './users.rules.ts';

export interface KnownUser {
  user: UserRow;
  facts: PersonFacts;
  today: string;
}

/** The person, if the caller may see them; what may not be seen is not there (IDN-42). */
export async function loadUser(tx: Transaction, context: Context, id: string): Promise<KnownUser> {
  const today = await todayOf(context);
  const [user, facts, reach] = await Promise.all([
    selectUser(tx, id),
    selectFacts(tx, [id], today),
    selectReadReach(tx, context, today),
  ]);
  const known = { user, facts: facts.get(id) as PersonFacts, today };
  if (!policy.canReadUser(reach, known.facts.place)) throw new Problem('not_found');
  return known;
}

type ListRow = Omit<UserRow, 'tenant_id' | 'birth_on' | 'locale' | 'time_zone'>;

/** Only what the caller may read leaves the server: contact and birth date each need a right (IDN-34). */
export function presentListItem(
  actor: Actor,
  user: Pick<ListRow, keyof ListRow & keyof UserListItem> & Contact,
  facts: PersonFacts,
  today: string,
): UserListItem {
  const { place } = facts;
  return {
    id: user.id,
    given_name: user.given_name,
    family_name: user.family_name,
    preferred_name: user.preferred_name,
    pronounced_as: user.pronounced_as,
    display_name: displayName(user),
    pronouns: user.pronouns,
    avatar_file_id: user.avatar_file_id,
    state: user.state,
    source: user.source,
    roles: facts.roles,
    memberships: facts.memberships.map((row) => presentMembership(row, today)),
    contact: policy.canReadContact(actor, place) ? contactOf(user) : null,
    mfa_enrolled: user.mfa_enrolled,
    last_sign_in_at: user.last_sign_in_at,
    last_sign_in_method: user.last_sign_in_method,
    created_at: user.created_at,
    updated_at: user.updated_at,
    lock_version: user.lock_version,
    can: abilitiesOf(actor, user.state, place),
  };
}

export function presentUser(actor: Actor, { user, facts, today }: KnownUser): User {
  const mayReadRestricted = policy.canReadRestricted(actor, facts.place);
  return {
    ...presentListItem(actor, user, facts, today),
    locale: user.locale as User['locale'],
    time_zone: user.time_zone,
    restricted: mayReadRestricted ? { birth_on: user.birth_on } : null,
  };
}

/** Reads the person again after a change and presents them. */
export async function presentAgain(tx: Transaction, context: Context, id: string): Promise<User> {
  return presentUser(context.actor, await loadUser(tx, context, id));
}

interface Contact {
  email: string | null;
  username: string | null;
  student_number: string | null;
  staff_number: string | null;
  external_id: string | null;
}

function contactOf({ email, username, student_number, staff_number, external_id }: Contact): Contact {
  return { email, username, student_number, staff_number, external_id };
}

function presentMembership(row: MembershipRow, today: string): Membership {
  const { id, school_id, school_name, is_primary, grade_level, starts_on, ends_on } = row;
  const in_force = isInForce(row, today);
  return { id, school_id, school_name, is_primary, grade_level, starts_on, ends_on, in_force };
}

function abilitiesOf(actor: Actor, state: string, place: policy.PersonPlace): UserListItem['can'] {
  const may = (capability: Parameters<typeof policy.canManageUser>[1]) =>
    policy.canManageUser(actor, capability, place);
  const isFrom = (verb: StateChange) => stateChange(verb).from.includes(state);
  return {
    update: may('users.update'),
    suspend: isFrom('suspend') && may('users.suspend'),
    activate: isFrom('activate') && may('users.suspend'),
    deactivate: isFrom('deactivate') && may('users.deactivate'),
    restore: isFrom('restore') && may('users.restore'),
    invite: ['invited', 'active'].includes(state) && may('users.invite'),
    reset_credentials: state === 'active' && place.id !== actor.user_id && may('users.reset_credentials'),
  };
}
