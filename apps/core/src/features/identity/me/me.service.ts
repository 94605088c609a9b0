import type { Me } from '@k12/contracts/identity/me';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { countUnread } from '../../communication/notifications/notifications.service.ts';
import { portraitUrl } from '../../operations/files/pictures.service.ts';
import { reachNames } from '../actors/actors.rules.ts';
import { lastHomeOf } from '../sessions/sign-in.service.ts';
import { selectTenant, type Tenant } from '../tenants/tenants.service.ts';
import { displayName } from '../users/users.rules.ts';
import * as queries from './me.queries.ts';

export async function getMe(context: Context): Promise<Me> {
  return context.readTenant((tx) => readMe(tx, context), { at_once: true });
}

export async function updateMe(
  context: Context,
  { lock_version, ...changes }: queries.OwnChanges & { lock_version: number },
): Promise<Me> {
  const userId = ownUserId(context.actor);
  return context.withTenant(async (tx) => {
    const at = context.platform.clock.now().toISOString();
    const updated = await queries.updateOwnUser(tx, userId, lock_version, changes, at);
    if (!updated) throw new Problem('version_conflict', { current: await readMe(tx, context) });
    await recordAudit(tx, context, { action: 'user.updated', target_type: 'user', target_id: userId });
    return readMe(tx, context);
  });
}

async function readMe(tx: Transaction, context: Context): Promise<Me> {
  const { actor } = context;
  const schoolIds = reachesTenant(actor, 'schools.read') ? 'all' : actor.school_ids;
  const [tenant, user, schools, unread_notifications, home] = await Promise.all([
    selectTenant(context.platform, actor.tenant_id),
    queries.selectOwnUser(tx, ownUserId(actor)),
    schoolIds === 'all' || schoolIds.length > 0 ? queries.listOwnSchools(tx, schoolIds) : [],
    countUnread(tx, ownUserId(actor)),
    lastHomeOf(tx, actor),
  ]);
  const { preferred_name, avatar_file_id, ...names } = user;
  return {
    user: {
      ...names,
      display_name: displayName(user),
      picture_url: avatar_file_id && portraitUrl(context, avatar_file_id),
      locale: user.locale as Me['user']['locale'],
    },
    tenant: presentTenant(tenant),
    roles: actor.roles,
    home,
    schools,
    capabilities: presentCapabilities(actor),
    session: actor.session && { ...actor.session, method: actor.session.method as 'password' },
    impersonation: actor.impersonation,
    unread_notifications,
    feature_flags: context.platform.flags.all(actor),
  };
}

function presentTenant(tenant: Tenant): Me['tenant'] {
  const { id, name, slug, kind, time_zone } = tenant;
  return { id, name, slug, kind, time_zone, locale: tenant.locale as Me['tenant']['locale'] };
}

/** Grants are remembered from request to request until somebody's rights change; so is what they look like. */
const presented = new WeakMap<Actor['grants'], Me['capabilities']>();

/** The rights as the server checks them, so that navigation and checks cannot drift apart (IDN-124). */
function presentCapabilities({ grants }: Actor): Me['capabilities'] {
  const capabilities =
    presented.get(grants) ??
    Object.fromEntries([...grants].map(([capability, grant]) => [capability, reachNames(grant)]));
  presented.set(grants, capabilities);
  return capabilities;
}

function ownUserId(actor: Actor): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
