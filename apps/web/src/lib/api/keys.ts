import type { EndpointDeclaration } from '@k12/contracts';
import type { Me } from '@k12/contracts/identity/me';

export interface CacheScope {
  me: Me;
  school_id: string | null;
  locale: string;
}

/** Data of one person in one school never answers for another: all that tells them apart is in the key (UXP-40). */
export function recordKey(scope: CacheScope, endpoint: EndpointDeclaration, request: object): string {
  const { me, school_id, locale } = scope;
  const acting = me.impersonation ? `acting-${me.impersonation.actor_name}` : 'self';
  const owner = [me.tenant.id, me.user.id, acting, school_id ?? 'all', locale].join(':');
  return `${owner}|${endpoint.name}|${JSON.stringify(request)}`;
}

/** Matches every cached reply of an operation, or of all operations of a resource (`schools.`). */
export function isKeyOf(key: unknown, prefix: string): boolean {
  return typeof key === 'string' && key.split('|')[1]?.startsWith(prefix) === true;
}
