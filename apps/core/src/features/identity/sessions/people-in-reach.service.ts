import type { Capability } from '@k12/contracts';
import type { Transaction } from '@k12/db';
import { type Actor, authorize, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { loadActor } from '../actors/actors.service.ts';
import * as queries from './sessions.queries.ts';

export type PersonInReach = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalPersonInReach>>>;

/** Somebody the actor may do this to: 404 when they may not even see the person, 403 when only this is missing. */
export async function requirePersonInReach(
  tx: Transaction,
  { actor }: Context,
  userId: string,
  capability: Capability,
): Promise<PersonInReach> {
  const person = await queries.selectOptionalPersonInReach(tx, userId);
  if (!person) throw new Problem('not_found');
  const reaches = (wanted: Capability) =>
    reachesTenant(actor, wanted) || person.school_ids.some((school) => reachesSchool(actor, wanted, school));
  if (!reaches('users.read')) throw new Problem('not_found');
  authorize(reaches(capability), capability);
  return person;
}

/** Taking over somebody's sign-in must not be a way to rights one lacks (IDN-45, IDN-73). */
export async function requireNoMoreRights(context: Context, userId: string): Promise<void> {
  const { platform, actor } = context;
  const person = await loadActor(platform, actor.tenant_id, userId, async () => null);
  if (person && hasRightsBeyond(person, actor)) throw new Problem('exceeds_own_rights');
}

/** Rights over own work, courses or children come with being that person and do not count. */
export function hasRightsBeyond(person: Actor, actor: Actor): boolean {
  return [...person.grants].some(([capability, grant]) => {
    if (grant.tenant && !reachesTenant(actor, capability)) return true;
    return [...grant.schools].some((school) => !reachesSchool(actor, capability, school));
  });
}
