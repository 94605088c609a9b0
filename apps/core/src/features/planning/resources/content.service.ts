import type { ResourceVersion } from '@k12/contracts/planning/resources';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { findStoredContent } from '../../operations/files/stored-content.service.ts';
import { selectReadableResource } from './resources.access.service.ts';
import * as queries from './resources.queries.ts';

export async function listVersions(context: Context, id: string): Promise<{ data: ResourceVersion[] }> {
  return context.readTenant(async (tx) => {
    const { resource } = await selectReadableResource(tx, context.actor, id);
    const rows = await queries.listVersions(tx, id);
    return {
      data: rows.map((row) => ({
        id: row.id,
        version_number: row.version_number,
        name: row.name,
        content_type: row.content_type,
        size_bytes: row.size_bytes,
        created_by: { id: row.created_by, display_name: displayName(row) },
        created_at: row.created_at,
        is_current: row.id === resource.current_version_id,
      })),
    };
  });
}

/** Whoever may open the resource gets its bytes: asked anew at each request, so that access ends at once. */
export async function findContent(context: Context, id: string, versionId: string | undefined) {
  const fileId = await context.readTenant(async (tx) => {
    const { resource } = await selectReadableResource(tx, context.actor, id);
    const wanted = versionId ?? resource.current_version_id;
    const version = wanted ? await queries.selectOptionalVersion(tx, id, wanted) : undefined;
    if (!version) throw new Problem('not_found');
    return version.file_id;
  });
  return findStoredContent(context, fileId);
}
