import { newId } from '@k12/db';
import type { ASchool } from './a-school.ts';
import { build } from './people.ts';

/** Makes a version the one that readers get, without the rules of completeness and approval. */
export async function publishVersion(world: ASchool, planId: string, versionId: string): Promise<void> {
  const at = world.clock.now().toISOString();
  const tenant_id = world.tenant.id;
  await build(world.platform, async (tx) => {
    const plan = await tx
      .updateTable('plans')
      .set({ published_version_id: versionId, state: 'published' })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', planId)
      .returning('owner_id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('plan_publications')
      .values({
        tenant_id,
        id: newId(),
        plan_id: planId,
        version_id: versionId,
        published_by: plan.owner_id,
        published_at: at,
      })
      .execute();
  });
}
