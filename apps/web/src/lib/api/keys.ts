import type { EndpointDeclaration } from '@k12/contracts';
import type { Me } from '@k12/contracts/identity/me';

export interface CacheScope {
  me: Me;
  school_id: string | null;
}

/** Data of one person in one school never answers for another: both are part of every key (UXP-40). */
export function recordKey(
  { me, school_id }: CacheScope,
  endpoint: EndpointDeclaration,
  request: object,
): string {
  const owner = [me.tenant.id, me.user.id, me.impersonation ? 'acting' : 'self', school_id ?? 'all'].join(
    ':',
  );
  return `${owner}|${endpoint.name}|${JSON.stringify(request)}`;
}

/** Matches every cached reply of an operation, or of all operations of a resource (`schools.`). */
export function isKeyOf(key: unknown, prefix: string): boolean {
  return typeof key === 'string' && key.split('|')[1]?.startsWith(prefix) === true;
}
