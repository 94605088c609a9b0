import { type EndpointDeclaration, sensitiveCapabilities } from '@k12/contracts';
import { Problem } from '../errors.ts';
import type { Actor } from './actor.ts';

const freshMilliseconds = 10 * 60_000;

/** Whatever an endpoint asks of the sign-in behind a request, beyond the capability itself. */
export function checkSignIn(endpoint: EndpointDeclaration, actor: Actor, now: Date): void {
  checkPendingStep(endpoint, actor);
  checkImpersonation(endpoint, actor);
  if (needsFreshSignIn(endpoint)) checkFresh(actor, now);
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

function needsFreshSignIn(endpoint: EndpointDeclaration): boolean {
  return endpoint.fresh_sign_in ?? sensitiveCapabilities.has(endpoint.permission);
}

/** IDN-46. A token was made by a fresh sign-in and with the capability named, so it counts as confirmed. */
function checkFresh(actor: Actor, now: Date): void {
  if (actor.bearer?.kind === 'api_token') return;
  const at = actor.session?.authenticated_at ?? actor.bearer?.authenticated_at;
  if (!at || now.getTime() - new Date(at).getTime() > freshMilliseconds) throw new Problem('reauth_required');
}
