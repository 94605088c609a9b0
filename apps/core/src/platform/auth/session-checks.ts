import { type EndpointDeclaration, sensitiveCapabilities } from '@k12/contracts';
import { Problem } from '../errors.ts';
import type { Actor } from './actor.ts';

const freshMilliseconds = 10 * 60_000;

/** Is the sign-in behind a request complete, and may it be used for this while acting for somebody? */
export function checkSignIn(endpoint: EndpointDeclaration, actor: Actor): void {
  checkPendingStep(endpoint, actor);
  checkImpersonation(endpoint, actor);
}

/** A half-finished sign-in opens nothing but the way to finish it. */
function checkPendingStep(endpoint: EndpointDeclaration, actor: Actor): void {
  const step = actor.session?.pending_step;
  if (step && !endpoint.accepts_pending?.includes(step))
    throw new Problem('mfa_required', { context: { step } });
}

/** Capabilities that nobody uses in another person's name, whichever endpoint asks for them (IDN-97). */
const refusedCapabilities: ReadonlySet<string> = new Set([
  'credentials.manage_own',
  'api_tokens.create_own',
  'api_tokens.manage_all',
  'service_accounts.manage',
  'sign_in.manage',
  'users.impersonate',
  'messages.send',
  'submissions.create',
  'submissions.grade',
  'rubric_scores.write',
  'quiz_attempts.create',
  'grades.finalize',
  'grades.reopen',
  'gradebook.export',
  'student_records.export',
  'audit_log.export',
  'consents.respond',
  'consents.record',
  'deletions.request',
  'deletions.approve',
]);

function checkImpersonation(endpoint: EndpointDeclaration, actor: Actor): void {
  const { impersonation } = actor;
  if (!impersonation || endpoint.while_impersonating === 'allowed') return;
  const reads = endpoint.method === 'GET' && endpoint.while_impersonating !== 'refused';
  if (refusedCapabilities.has(endpoint.permission) || endpoint.while_impersonating === 'refused') {
    throw new Problem('not_while_impersonating');
  }
  if (!reads && impersonation.mode === 'read') throw new Problem('not_while_impersonating');
}

/**
 * IDN-46, asked of those who may do it at all. A token was made by a fresh sign-in and with the capability named,
 * so it counts as confirmed.
 */
export function requireFreshSignIn(endpoint: EndpointDeclaration, actor: Actor, now: Date): void {
  const isNeeded = endpoint.fresh_sign_in ?? sensitiveCapabilities.has(endpoint.permission);
  if (!isNeeded || actor.bearer?.kind === 'api_token') return;
  const at = actor.session?.authenticated_at ?? actor.bearer?.authenticated_at;
  if (!at || now.getTime() - new Date(at).getTime() > freshMilliseconds) throw new Problem('reauth_required');
}
