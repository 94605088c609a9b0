import type { EndpointDeclaration } from '@k12/contracts';
import { newId, type Transaction } from '@k12/db';
import type { FastifyRequest } from 'fastify';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { type Context, createContext, type Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { loadActor } from '../actors/actors.service.ts';
import { selectGrantInForce } from '../support-grants/grant-in-force.service.ts';
import { withoutStudentRecords } from '../support-grants/support-grants.rules.ts';
import { impersonatedMail } from './impersonation.mails.ts';
import * as queries from './impersonation.queries.ts';
import { limitToSchools } from './impersonation.rules.ts';

export type OpenImpersonation = NonNullable<Awaited<ReturnType<typeof queries.selectOptionalOpen>>>;

export const selectOptionalOpen = queries.selectOptionalOpen;
export const createImpersonation = queries.createImpersonation;

export function isOver(actor: Actor, now: Date): boolean {
  return actor.impersonation !== null && new Date(actor.impersonation.ends_at) <= now;
}

/**
 * The request runs with the target's rights, bounded to the actor's schools, under both names. When the hour is
 * over, or the target may no longer be used, it is the actor's own request again.
 */
export async function actAs(platform: Platform, own: Actor, open: OpenImpersonation): Promise<Actor> {
  const target = await loadTarget(platform, own, open);
  const isTimeUp = new Date(open.ends_at) <= platform.clock.now();
  if (!target || isTimeUp) {
    await end(platform, own, open, isTimeUp ? 'time_is_up' : 'not_possible');
    return own;
  }
  const schools = open.school_ids;
  return {
    ...target,
    is_operator: false,
    grants: schools ? limitToSchools(target.grants, schools) : target.grants,
    school_ids: schools ? target.school_ids.filter((id) => schools.includes(id)) : target.school_ids,
    school_limit: schools,
    impersonation: {
      id: open.id,
      actor_user_id: open.actor_id,
      actor_name: own.display_name,
      target_name: target.display_name,
      mode: open.mode,
      ends_at: open.ends_at,
      home_tenant_id: own.tenant_id,
    },
  };
}

/** Null when the target may not be used any more, or the actor has lost the right to it. */
async function loadTarget(platform: Platform, own: Actor, open: OpenImpersonation): Promise<Actor | null> {
  const target = () => loadActor(platform, open.tenant_id, open.target_id, async () => own.session);
  if (!own.is_operator) return own.grants.has('users.impersonate') ? target() : null;
  const grant = await selectGrantInForce(platform, open.tenant_id, open.support_grant_id);
  if (!grant) return null;
  const person = await target();
  if (!person || grant.student_records) return person;
  return { ...person, grants: withoutStudentRecords(person.grants) };
}

async function end(platform: Platform, own: Actor, open: OpenImpersonation, reason: string): Promise<void> {
  const actor = { ...own, tenant_id: open.tenant_id };
  const context = createContext({ platform, actor, request_id: newId() });
  await context.withTenant((tx) => finish(tx, context, open.id, reason));
}

/** Ends it and tells the target, and for a student the school's admins, what was opened and why (IDN-98). */
export async function finish(
  tx: Transaction,
  context: Context,
  id: string,
  reason: string,
): Promise<boolean> {
  const { platform, actor } = context;
  const ended = await queries.endImpersonation(tx, id, platform.clock.now().toISOString(), reason);
  if (!ended) return false;
  await recordAudit(tx, context, {
    action: 'impersonation.ended',
    target_type: 'user',
    target_id: ended.target_id,
    reason,
  });
  const [visits, target] = await Promise.all([
    queries.listVisits(tx, id),
    loadActor(platform, actor.tenant_id, ended.target_id, async () => null),
  ]);
  const values = {
    actor: actor.impersonation?.actor_name ?? actor.display_name,
    target: target?.display_name ?? '',
    reason: ended.reason,
    visited: visits.map((visit) => `${visit.path} (${visit.visits})`),
  };
  const told = new Set([ended.target_id]);
  if (target?.roles.every((role) => role === 'student') && target.school_ids.length > 0) {
    for (const admin of await queries.listSchoolAdmins(tx, target.school_ids)) told.add(admin.user_id);
  }
  told.delete(ended.actor_id);
  for (const to_user_id of told)
    await queueMail(tx, context, { to_user_id, template: impersonatedMail, values });
  return true;
}

/** Called when the session behind it ends (IDN-95). */
export async function finishWithSession(tx: Transaction, context: Context, sessionId: string): Promise<void> {
  const open = await queries.selectOptionalOpen(tx, sessionId);
  if (open) await finish(tx, context, open.id, 'session_ended');
}

/** What was opened, by operation; the target reads it afterwards (IDN-98). */
export async function recordVisit(platform: Platform, actor: Actor, request: FastifyRequest): Promise<void> {
  const { impersonation, tenant_id } = actor;
  const { endpoint } = request.routeOptions.config as { endpoint?: EndpointDeclaration };
  if (!impersonation || !endpoint || request.headers['x-background'] !== undefined) return;
  const path = `${endpoint.method} ${endpoint.path}`;
  const at = platform.clock.now().toISOString();
  await platform.db.withTenant({ tenant_id }, (tx) => queries.countVisit(tx, impersonation.id, path, at));
}

export function requireImpersonation(actor: Actor): { id: string } {
  if (!actor.impersonation) throw new Problem('conflict', { detail: 'You are acting for nobody.' });
  return actor.impersonation;
}
