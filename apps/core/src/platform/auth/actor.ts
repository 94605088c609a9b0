import type { Capability } from '@k12/contracts';
import type { PendingStep } from '@k12/contracts/identity/session';
import { Problem } from '../errors.ts';

/** How far one capability reaches for one person; the union of all assignments in force (IDN-41). */
export interface Grant {
  tenant: boolean;
  schools: Set<string>;
  course: boolean;
  own: boolean;
  linked: boolean;
}

export interface ActorSession {
  id: string;
  method: string;
  mfa: boolean;
  /** What the sign-in still owes; only the endpoints that accept this step answer until then. */
  pending_step: PendingStep | null;
  signed_in_at: string;
  authenticated_at: string;
  expires_at: string;
  idle_expires_at: string;
}

/** An API token or an app, in place of a session. */
export interface ActorBearer {
  kind: 'api_token' | 'device';
  id: string;
  /** When the person last proved who they are on this device; null for tokens. */
  authenticated_at: string | null;
}

export interface ActorImpersonation {
  id: string;
  actor_user_id: string;
  actor_name: string;
  target_name: string;
  mode: 'read' | 'act';
  ends_at: string;
  /** The tenant of the one who acts: another one only for an operator with a support grant (IDN-99). */
  home_tenant_id: string;
}

export interface Actor {
  kind: 'user' | 'system';
  /** Runs the installation; belongs to no tenant of a school. */
  is_operator: boolean;
  tenant_id: string;
  user_id: string | null;
  display_name: string;
  /** Role keys in force, most powerful first. */
  roles: string[];
  grants: ReadonlyMap<Capability, Grant>;
  school_ids: string[];
  session: ActorSession | null;
  bearer: ActorBearer | null;
  impersonation: ActorImpersonation | null;
  /** The only schools this request may touch, whatever the person may elsewhere; null means no such limit. */
  school_limit: string[] | null;
  /** Why the system acts; null for people. */
  system_reason: string | null;
}

/** Background work acts as nobody in particular, and says why. */
export function systemActor(tenantId: string, reason: string): Actor {
  return {
    kind: 'system',
    is_operator: false,
    tenant_id: tenantId,
    user_id: null,
    display_name: 'Homeroom',
    roles: [],
    grants: new Map(),
    school_ids: [],
    session: null,
    bearer: null,
    impersonation: null,
    school_limit: null,
    system_reason: reason,
  };
}

/** Holds the capability at some reach; the policy of the record decides whether it reaches this record. */
export function holds(actor: Actor, capability: Capability): boolean {
  return actor.grants.has(capability);
}

export function reachesTenant(actor: Actor, capability: Capability): boolean {
  return actor.kind === 'system' || actor.grants.get(capability)?.tenant === true;
}

export function reachesSchool(actor: Actor, capability: Capability, schoolId: string): boolean {
  return reachesTenant(actor, capability) || actor.grants.get(capability)?.schools.has(schoolId) === true;
}

/** For list conditions: every school, or these. */
export function schoolsInReach(actor: Actor, capability: Capability): 'all' | string[] {
  if (reachesTenant(actor, capability)) return 'all';
  return [...(actor.grants.get(capability)?.schools ?? [])];
}

/** Whether an operator is behind a request: as such, or while acting for somebody. */
export function isByOperator({ is_operator, impersonation, tenant_id }: Actor): boolean {
  return is_operator || (impersonation !== null && impersonation.home_tenant_id !== tenant_id);
}

/** Throws 403 naming the capability, so that the page can say who can grant it (IDN-48). */
export function authorize(allowed: boolean, capability: Capability): asserts allowed {
  if (!allowed) throw new Problem('forbidden', { context: { capability } });
}
