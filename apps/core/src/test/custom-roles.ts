import type { Capability } from '@k12/contracts';
import { newId } from '@k12/db';
import { type ASchool, actorOf } from './a-school.ts';
import { build, nextNumber } from './people.ts';
import type { TestActor } from './test-server.ts';

/** Somebody at the school whose only role is one of the organisation's own, with these capabilities. */
export async function holderOf(
  world: ASchool,
  capabilities: readonly Capability[],
  given: { school_ids?: string[] } = {},
): Promise<TestActor> {
  const { server, tenant, platform, school } = world;
  const id = newId();
  const key = `own_role_${nextNumber()}`;
  const role = { tenant_id: tenant.id, id, key, name: key, capabilities: [...capabilities] };
  await build(platform, (tx) => tx.insertInto('roles').values(role).execute());
  const roles = { ...tenant.roles, [key]: id };
  return actorOf(server, { ...tenant, roles }, { role: key, school_ids: given.school_ids ?? [school.id] });
}
