import type { Context } from '../../../platform/context.ts';
import { selectTenant } from '../../identity/tenants/tenants.service.ts';

const megabyte = 1024 * 1024;

/** How large a file of student work may be in this organisation (TCH-53). */
export async function workFileBytes({ platform, actor }: Context): Promise<number> {
  const { submission_megabytes } = await selectTenant(platform, actor.tenant_id);
  return submission_megabytes * megabyte;
}
