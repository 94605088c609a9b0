import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { listGuardianLinks } from '../guardian-links/guardian-links.service.ts';
import { loadUser, presentUser } from './present-user.service.ts';
import * as queries from './users.overview.queries.ts';
import { canManageUser } from './users.policy.ts';
import { displayName, explainSignIn, isInForce, type NamedPerson } from './users.rules.ts';

const signInDays = 30;

/** One reply for the side panel an admin works from (IDN-40). */
export async function getUserOverview(context: Context, id: string): Promise<UserOverview> {
  const now = context.platform.clock.now();
  const since = new Date(now.getTime() - signInDays * 86_400_000).toISOString();
  const overview = await context.readTenant(async (tx) => {
    const known = await loadUser(tx, context, id);
    authorize(
      canManageUser(context.actor, 'users.read_restricted', known.facts.place),
      'users.read_restricted',
    );
    const [roles, events, merges, history, methods] = await Promise.all([
      queries.listRolesHeld(tx, id),
      queries.listSignInEvents(tx, id, since),
      queries.listUndoableMerges(tx, id, now.toISOString()),
      queries.listHistory(tx, id),
      queries.selectMethods(tx, id),
    ]);
    return {
      user: presentUser(context.actor, known),
      roles_held: roles.map(({ given_name, family_name, preferred_name, ...role }) => ({
        ...role,
        in_force: isInForce(role, known.today),
        granted_by_name: nameOf({ given_name, family_name, preferred_name }),
      })),
      methods: { ...methods, mfa: known.user.mfa_enrolled },
      sign_in_events: events.map((event) => ({ ...event, explanation: explainSignIn(event) })),
      merges: reachesTenant(context.actor, 'users.merge')
        ? merges.map((merge) => ({
            id: merge.id,
            kept_id: merge.kept_id,
            other_id: merge.other_id,
            other_name: displayName(merge),
            merged_at: merge.merged_at,
            undo_until: merge.undo_until_at,
          }))
        : [],
      history: history.map(({ given_name, family_name, preferred_name, changes, ...entry }) => ({
        ...entry,
        actor_name: nameOf({ given_name, family_name, preferred_name }),
        changed_fields: Object.keys((changes ?? {}) as object),
      })),
    };
  });
  return { ...overview, guardian_links: await linksOf(context, id) };
}

/** As a student and as a guardian. */
async function linksOf(context: Context, id: string): Promise<UserOverview['guardian_links']> {
  const pages = await Promise.all([
    listGuardianLinks(context, { limit: 50, student_id: id }),
    listGuardianLinks(context, { limit: 50, guardian_id: id }),
  ]);
  return pages.flatMap((page) => page.data);
}

function nameOf(person: { [K in keyof NamedPerson]: NamedPerson[K] | null }): string | null {
  const { given_name, family_name, preferred_name } = person;
  if (!given_name || family_name === null || family_name === undefined) return null;
  return displayName({ given_name, family_name, preferred_name: preferred_name ?? null });
}
