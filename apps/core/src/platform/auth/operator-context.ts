import { type Context, createContext } from '../context.ts';

/** The one who signed in, in their own tenant: another one only while an operator acts for somebody (IDN-99). */
export function ownContext(context: Context): Context {
  const { actor } = context;
  const { impersonation } = actor;
  if (!impersonation || impersonation.home_tenant_id === actor.tenant_id) return context;
  const own = {
    ...actor,
    is_operator: true,
    user_id: impersonation.actor_user_id,
    display_name: impersonation.actor_name,
    roles: ['super_admin'],
    grants: new Map(),
    school_ids: [],
    school_limit: null,
    impersonation: null,
  };
  return contextInTenant({ ...context, actor: own }, impersonation.home_tenant_id);
}

/** The operator at work in a tenant: its audit log tells of it. */
export function contextInTenant(context: Context, tenant_id: string): Context {
  const { platform, request_id, ip, user_agent, meter } = context;
  return createContext({
    platform,
    actor: { ...context.actor, tenant_id },
    request_id,
    ip,
    user_agent,
    meter,
    ...(context.traceparent && { traceparent: context.traceparent }),
  });
}
