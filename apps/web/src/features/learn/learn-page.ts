import type { EndpointDeclaration } from '@k12/contracts';
import { readSessionMe } from '@/lib/api/server.ts';

/** The first data of a page of learning, for a student; guardians choose a child in the browser. */
export async function ownFirst(
  requests: (studentId: string) => (readonly [EndpointDeclaration, object])[],
): Promise<(readonly [EndpointDeclaration, object])[]> {
  const me = await readSessionMe();
  return me?.roles.includes('student') ? requests(me.user.id) : [];
}
