import type { ResourceBulk, ResourceBulkResult } from '@k12/contracts/planning/resources';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { bin, unbin } from './bin.service.ts';
import { selectVisibleFolder } from './folders.service.ts';
import { requireStaff, selectReadableResource } from './resources.access.service.ts';
import type { ResourceChanges } from './resources.queries.ts';
import { distinctTags } from './resources.rules.ts';
import { share, store } from './resources.service.ts';

/** Resources stand alone: one that may not be changed does not undo the others (PLN-129). */
export async function bulkResources(context: Context, input: ResourceBulk) {
  requireStaff(context.actor);
  requireWhatItNeeds(input);
  return context.withTenant(async (tx) => {
    if (input.action === 'move' && input.folder_id)
      await selectVisibleFolder(tx, context.actor, input.folder_id, '/folder_id');
    const data: ResourceBulkResult[] = [];
    for (const id of [...new Set(input.ids)])
      data.push(await resultOf(id, () => act(tx, context, id, input)));
    const done_count = data.filter(({ status }) => status === 'done').length;
    const failed_count = data.filter(({ status }) => status === 'failed').length;
    await recordAudit(tx, context, {
      action: 'resource.bulk_changed',
      changes: { action: input.action, done_count, failed_count },
    });
    return { data, done_count, failed_count };
  });
}

async function resultOf(resource_id: string, work: () => Promise<boolean>): Promise<ResourceBulkResult> {
  try {
    const status = (await work()) ? 'done' : 'unchanged';
    return { resource_id, status, code: null, detail: null };
  } catch (error) {
    // Nothing was written for this one; anything else than a refusal ends the whole act.
    if (!(error instanceof Problem)) throw error;
    return { resource_id, status: 'failed', code: error.code, detail: error.message };
  }
}

async function act(tx: Transaction, context: Context, id: string, input: ResourceBulk): Promise<boolean> {
  if (input.action === 'restore') return unbin(tx, context, id);
  if (input.action === 'delete') {
    await bin(tx, context, id, input.confirm ?? false);
    return true;
  }
  const { resource, access } = await selectReadableResource(tx, context.actor, id);
  authorize(access.update, 'resources.update');
  if (input.action === 'share') {
    const { visibility = 'private', planning_context_id, school_id } = input;
    authorize(visibility !== 'private' || resource.owner_id === context.actor.user_id, 'resources.update');
    if (visibility === resource.visibility && visibility !== 'team') return false;
    await share(tx, context, resource, { visibility, planning_context_id, school_id }, resource.lock_version);
    return true;
  }
  const changes = changesOf(resource, input);
  if (changes === null) return false;
  await store(tx, context, resource, resource.lock_version, changes);
  return true;
}

/** Null when the resource is so already. */
function changesOf(
  resource: { tags: string[]; folder_id: string | null; state: string },
  { action, tags = [], folder_id = null }: ResourceBulk,
): ResourceChanges | null {
  if (action === 'tag' || action === 'untag') {
    const gone = new Set(tags.map((tag) => tag.toLocaleLowerCase('en')));
    const next =
      action === 'tag'
        ? distinctTags([...tags, ...resource.tags]).toReversed()
        : resource.tags.filter((tag) => !gone.has(tag.toLocaleLowerCase('en')));
    return next.length === resource.tags.length ? null : { tags: next };
  }
  if (action === 'move') return folder_id === resource.folder_id ? null : { folder_id };
  const state = action === 'archive' ? 'archived' : 'active';
  return state === resource.state ? null : { state };
}

function requireWhatItNeeds({ action, tags, folder_id, visibility }: ResourceBulk): void {
  const isTagging = action === 'tag' || action === 'untag';
  if (isTagging && !tags) throw invalid('/tags', 'required', 'Name the tags.');
  if (action === 'move' && folder_id === undefined)
    throw invalid('/folder_id', 'required', 'Name the folder, or null for none.');
  if (action === 'share' && !visibility) throw invalid('/visibility', 'required', 'Say who may open them.');
}
