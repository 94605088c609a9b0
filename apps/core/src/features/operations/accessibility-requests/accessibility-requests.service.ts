import type {
  AccessibilityRequest,
  AccessibilityRequestCreate,
  AccessibilityRequestQuery,
} from '@k12/contracts/operations/accessibility-requests';
import { newId } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesTenant, systemActor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { operatorsTenant } from '../../identity/tenants/operators.service.ts';
import { accessibilityRequestMail } from './accessibility-requests.mails.ts';
import * as queries from './accessibility-requests.queries.ts';

/** Who sent it, as far as the session tells; nobody has to sign in to say that they cannot. */
interface Sender {
  id: string;
  ip: string;
  tenant_id?: string | null;
  user_id?: string | null;
}

export async function createRequest(
  platform: Platform,
  sender: Sender,
  { message, place, email, locale }: AccessibilityRequestCreate,
): Promise<{ reference: string }> {
  const tenant_id = sender.tenant_id ?? (await operatorsTenant(platform));
  const actor = systemActor(tenant_id, 'sent from the accessibility page');
  const context = createContext({ platform, actor, request_id: sender.id, ip: sender.ip });
  const id = newId();
  const reference = referenceOf(id);
  await context.withTenant(async (tx) => {
    await queries.createRequest(tx, {
      id,
      created_by: sender.user_id ?? null,
      message,
      place: place || null,
      reply_to: email ?? null,
      locale,
      created_at: platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'accessibility_request.created',
      target_type: 'accessibility_request',
      target_id: id,
    });
    const address = platform.config.ACCESSIBILITY_EMAIL;
    if (!address) return;
    const values = { reference, message, place: place || null, reply_to: email ?? null };
    await queueMail(tx, context, { address, template: accessibilityRequestMail, values });
  });
  return { reference };
}

/** Of the whole organisation, so only for those who look after all of it; of senders without one, for operators. */
export async function listRequests(context: Context, query: AccessibilityRequestQuery) {
  requireReach(context);
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) => queries.listRequests(tx, query, after));
  return pageOf(rows, query.limit, present, (row) => [row.created_at, row.id]);
}

/** A note among those who look after these: it changes nothing for the sender, hence no right of its own. */
export async function setState(
  context: Context,
  id: string,
  { state, lock_version }: Pick<AccessibilityRequest, 'state' | 'lock_version'>,
): Promise<AccessibilityRequest> {
  requireReach(context);
  return context.withTenant(async (tx) => {
    const before = await queries.selectRequest(tx, id);
    if (before.state === state) return present(before);
    const closed_at = state === 'closed' ? context.platform.clock.now().toISOString() : null;
    const after = await queries.updateRequest(tx, id, lock_version, { state, closed_at });
    if (!after) throw new Problem('version_conflict', { current: present(before) });
    await recordAudit(tx, context, {
      action: state === 'closed' ? 'accessibility_request.closed' : 'accessibility_request.reopened',
      target_type: 'accessibility_request',
      target_id: id,
    });
    return present(after);
  });
}

function requireReach({ actor }: Context): void {
  authorize(reachesTenant(actor, 'operations.read_own'), 'operations.read_own');
}

/** Short enough to say on the telephone; the random end of the id. */
function referenceOf(id: string): string {
  return `A-${id.slice(-8).toUpperCase()}`;
}

function present({ tenant_id: _, created_by: __, ...row }: queries.RequestRow): AccessibilityRequest {
  return { ...row, reference: referenceOf(row.id), locale: row.locale as AccessibilityRequest['locale'] };
}
