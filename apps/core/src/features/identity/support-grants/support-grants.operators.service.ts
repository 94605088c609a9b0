import type { SupportGrant, SupportGrantCreate } from '@k12/contracts/identity/support-grants';
import type { Transaction } from '@k12/db';
import { contextInTenant } from '../../../platform/auth/operator-context.ts';
import { dayIn } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import { requireTenant } from '../tenants/tenants.operators.service.ts';
import { supportMail } from './support-grants.mails.ts';
import * as queries from './support-grants.queries.ts';
import { periodFrom, presentGrant } from './support-grants.rules.ts';
import { accessOf, noteGrant, requireGrant, requireScope } from './support-grants.service.ts';

/** For operators of the installation: the endpoints let nobody else in. */
export async function listGrantsOfAll(
  context: Context,
  query: { limit: number; cursor?: string | undefined },
) {
  const { db, clock } = context.platform;
  const before = decodeCursor(query.cursor, 2);
  const rows = await db.asJob('show operators what they were granted', (tx) =>
    queries.listGrantsOfAll(tx, query.limit, before),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => ({
      ...presentGrant(row, clock.now()),
      tenant: { id: row.tenant_id, name: row.tenant_name, slug: row.tenant_slug },
    }),
    (row) => [row.created_at, row.id],
  );
}

/** `never` refuses, `ask` waits for an admin, `allow` begins at once; the admins hear of it either way (IDN-99). */
export async function requestGrant(
  context: Context,
  tenantId: string,
  input: SupportGrantCreate,
): Promise<SupportGrant> {
  return inTenant(context, tenantId, async (tx, there, time_zone) => {
    const access = await accessOf(tx, there);
    if (access === 'never') throw new Problem('support_access.refused');
    const grant = await ask(tx, there, input, access === 'allow' ? 'active' : 'requested', 'operator');
    await tellAdmins(tx, there, grant, time_zone);
    return presentGrant(grant, context.platform.clock.now());
  });
}

/** Without the tenant's consent: it begins only when a second operator agrees. */
export async function breakGlass(
  context: Context,
  tenantId: string,
  input: SupportGrantCreate,
): Promise<SupportGrant> {
  return inTenant(context, tenantId, async (tx, there) => {
    const grant = await ask(tx, there, input, 'requested', 'break_glass');
    return presentGrant(grant, context.platform.clock.now());
  });
}

export async function confirmBreakGlass(
  context: Context,
  tenantId: string,
  id: string,
): Promise<SupportGrant> {
  const now = context.platform.clock.now();
  return inTenant(context, tenantId, async (tx, there, time_zone) => {
    const known = await requireGrant(tx, id);
    const mayConfirm =
      known.origin === 'break_glass' &&
      known.state === 'requested' &&
      known.requested_by !== context.actor.user_id;
    if (!mayConfirm) throw new Problem('conflict', { detail: 'Another operator has to agree, once.' });
    const grant = await queries.updateGrant(tx, id, {
      state: 'active',
      confirmed_by: context.actor.user_id,
      ...periodFrom(now, known.hours),
    });
    await noteGrant(tx, there, 'support_grant.confirmed', grant);
    await tellAdmins(tx, there, grant, time_zone);
    return presentGrant(grant, now);
  });
}

async function inTenant<T>(
  context: Context,
  tenantId: string,
  work: (tx: Transaction, there: Context, timeZone: string) => Promise<T>,
): Promise<T> {
  const { time_zone } = await requireTenant(context, tenantId);
  const there = contextInTenant(context, tenantId);
  return there.withTenant((tx) => work(tx, there, time_zone));
}

async function ask(
  tx: Transaction,
  there: Context,
  input: SupportGrantCreate,
  state: 'requested' | 'active',
  origin: 'operator' | 'break_glass',
): Promise<queries.GrantRow> {
  await requireScope(tx, input);
  const now = there.platform.clock.now();
  const period = state === 'active' ? periodFrom(now, input.hours) : { starts_at: null, ends_at: null };
  const requested_by = there.actor.user_id;
  const created_at = now.toISOString();
  const grant = await queries.createGrant(tx, {
    ...input,
    ...period,
    state,
    origin,
    requested_by,
    granted_by: null,
    created_at,
  });
  await noteGrant(tx, there, 'support_grant.requested', grant);
  return grant;
}

async function tellAdmins(
  tx: Transaction,
  there: Context,
  grant: queries.GrantRow,
  timeZone: string,
): Promise<void> {
  const admins = await queries.listTenantAdmins(tx, dayIn(timeZone, there.platform.clock.now()));
  const kind = grant.state === 'active' ? 'support_grant.begun' : 'support_grant.requested';
  await notify(tx, there, {
    user_ids: admins,
    kind,
    subject: { type: 'support_grant', id: grant.id },
    details: { reason: grant.reason },
  });
  const values = {
    operator: there.actor.display_name,
    reason: grant.reason,
    hours: grant.hours,
    has_begun: grant.state === 'active',
  };
  for (const to_user_id of admins) await queueMail(tx, there, { to_user_id, template: supportMail, values });
}
