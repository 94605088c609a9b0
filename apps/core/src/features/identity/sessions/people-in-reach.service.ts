import type { Capability } from '@k12/contracts';
import type { Transaction } from '@k12/db';
import {
  type Actor,
  authorize,
  type Grant,
  reachesSchool,
  reachesTenant,
} from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadGrantsToCome } from '../actors/actors.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import * as queries from './sessions.queries.ts';

export type PersonInReach = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalPersonInReach>>>;

/**
 * Somebody the actor may do this to: 404 when they may not even see the person, 403 when only this is missing. A
 * former school still sees the person (IDN-08), and no school acts on staff of the whole tenant (IDN-45).
 */
export async function requirePersonInReach(
  tx: Transaction,
  context: Context,
  userId: string,
  capability: Capability,
): Promise<PersonInReach> {
  const { actor } = context;
  const person = await queries.selectOptionalPersonInReach(tx, userId, await todayOf(context));
  if (!person) throw new Problem('not_found');
  const reaches = (wanted: Capability, schools: string[]) =>
    reachesTenant(actor, wanted) || schools.some((school) => reachesSchool(actor, wanted, school));
  if (!reaches('users.read', person.known_school_ids)) throw new Problem('not_found');
  authorize(reaches(capability, person.school_ids), capability);
  if (person.is_tenant_staff && !reachesTenant(actor, capability)) throw new Problem('exceeds_own_rights');
  return person;
}

/** One's own password and second step are changed by proving who one is, not by a right over others (IDN-73). */
export function requireSomebodyElse(context: Context, userId: string): void {
  if (userId === context.actor.user_id) {
    throw new Problem('conflict', { detail: 'Your own sign-in is changed in your settings.' });
  }
}

/** Taking over somebody's sign-in must not be a way to rights one lacks (IDN-45, IDN-73). */
export async function requireNoMoreRights(context: Context, userId: string): Promise<void> {
  const { platform, actor } = context;
  const grants = await loadGrantsToCome(platform, actor.tenant_id, userId);
  if (hasRightsBeyond(grants, actor)) throw new Problem('exceeds_own_rights');
}

/** Rights over own work, courses or children come with being that person and do not count. */
export function hasRightsBeyond(grants: ReadonlyMap<Capability, Grant>, actor: Actor): boolean {
  return [...grants].some(([capability, grant]) => {
    if (grant.tenant && !reachesTenant(actor, capability)) return true;
    return [...grant.schools].some((school) => !reachesSchool(actor, capability, school));
  });
}
