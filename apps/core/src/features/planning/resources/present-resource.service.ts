import type { Resource } from '@k12/contracts/planning/resource-records';
import type { Actor } from '../../../platform/auth/actor.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { formatOf } from './formats.rules.ts';
import { resourceAccess } from './resources.policy.ts';
import type { ResourceRow } from './resources.queries.ts';

export function presentResource(actor: Actor, row: ResourceRow): Resource {
  const access = resourceAccess(actor, row);
  return {
    id: row.id,
    kind: row.kind,
    format: formatOf(row.kind, row.content_type),
    title: row.title,
    description: row.description,
    folder_id: row.folder_id,
    owner: {
      id: row.owner_id,
      display_name: displayName({
        given_name: row.owner_given_name,
        family_name: row.owner_family_name,
        preferred_name: row.owner_preferred_name,
      }),
    },
    visibility: row.visibility,
    planning_context_id: row.planning_context_id,
    school_id: row.school_id,
    tags: row.tags,
    content_type: row.content_type,
    size_bytes: row.size_bytes,
    checksum: row.sha256?.toString('hex') ?? null,
    url: row.url,
    state: row.state,
    health: row.health,
    checked_at: row.checked_at,
    version_number: row.version_number,
    usage_count: row.usage_count,
    created_at: row.created_at,
    updated_at: row.updated_at,
    deleted_at: row.deleted_at,
    lock_version: row.lock_version,
    can: {
      update: access.update,
      share: access.share,
      delete: access.delete,
      replace: access.update && row.kind === 'file',
    },
  };
}
