import type {
  FrameworkCreate,
  FrameworkQuery,
  FrameworkUpdate,
  StandardFramework,
} from '@k12/contracts/planning/standard-frameworks';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { getSchool } from '../../identity/schools/schools.service.ts';
import * as policy from './frameworks.policy.ts';
import * as queries from './frameworks.queries.ts';
import { isFrameworkAligned } from './standards.queries.ts';

export async function listFrameworks(context: Context, query: FrameworkQuery) {
  const { actor } = context;
  authorize(policy.canBrowse(actor), 'standards.read');
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant(async (tx) => {
    const ids = query.subscribed_by ? await queries.listSubscriptions(tx, query.subscribed_by) : [];
    const only = ids.length > 0 ? { ids } : {};
    return queries.listFrameworks(tx, policy.visibleFrameworks(actor), { ...query, ...only }, after);
  });
  return pageOf(
    rows,
    query.limit,
    (row) => present(context, row),
    (row) => [row.title, row.id],
  );
}

export async function getFramework(context: Context, id: string): Promise<StandardFramework> {
  return present(context, await context.readTenant((tx) => selectReadableFramework(tx, context, id)));
}

export async function selectReadableFramework(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<queries.FrameworkRow> {
  const framework = await queries.selectFramework(tx, id);
  authorize(policy.canBrowse(context.actor), 'standards.read');
  if (!policy.canReadFramework(context.actor, framework)) throw new Problem('not_found');
  return framework;
}

/** Reports begin with some framework: the one named, else the first in sight that holds standards. */
export async function selectReportedFramework(
  tx: Transaction,
  context: Context,
  id: string | undefined,
): Promise<queries.FrameworkRow | undefined> {
  if (id) return selectReadableFramework(tx, context, id);
  authorize(policy.canBrowse(context.actor), 'standards.read');
  const visible = policy.visibleFrameworks(context.actor);
  const rows = await queries.listFrameworks(tx, visible, { limit: 200 }, undefined);
  return rows.find(({ standards_count }) => standards_count > 0) ?? rows[0];
}

/** For what changes a framework from elsewhere: not there when it may not be read, refused when it may not be changed. */
export async function selectChangeableFramework(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<queries.FrameworkRow> {
  const framework = await selectReadableFramework(tx, context, id);
  authorize(policy.canChangeFramework(context.actor, 'standards.update', framework), 'standards.update');
  return framework;
}

export async function createFramework(context: Context, input: FrameworkCreate): Promise<StandardFramework> {
  const { actor, platform } = context;
  const { school_id = null, ...fields } = input;
  authorize(policy.canCreateFramework(actor, 'standards.create', school_id), 'standards.create');
  return context.withTenant(async (tx) => {
    const id = newId();
    const framework = await queries.createFramework(tx, {
      ...fields,
      id,
      identifier: id,
      scope: school_id === null ? 'district' : 'school',
      school_id,
      created_by: actor.user_id,
      created_at: platform.clock.now().toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'standard_framework.created',
      target_type: 'standard_framework',
      target_id: id,
      school_id,
    });
    return present(context, framework);
  });
}

export async function updateFramework(
  context: Context,
  id: string,
  input: FrameworkUpdate,
): Promise<StandardFramework> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectReadableFramework(tx, context, id);
    authorize(policy.canChangeFramework(context.actor, 'standards.update', before), 'standards.update');
    const updated_at = context.platform.clock.now().toISOString();
    const framework = await queries.updateFramework(tx, id, lock_version, { ...changes, updated_at });
    if (!framework) throw new Problem('version_conflict', { current: present(context, before) });
    await recordAudit(tx, context, {
      action: 'standard_framework.updated',
      target_type: 'standard_framework',
      target_id: id,
      school_id: before.school_id,
      changes: changesBetween(before, changes),
    });
    await publishEvent(tx, context, 'standards.framework_updated', { framework_id: id });
    return present(context, framework);
  });
}

export async function deleteFramework(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const framework = await selectReadableFramework(tx, context, id);
    authorize(policy.canChangeFramework(context.actor, 'standards.update', framework), 'standards.update');
    if (await isFrameworkAligned(tx, id)) throw new Problem('framework.in_use');
    await queries.deleteFramework(tx, id);
    await recordAudit(tx, context, {
      action: 'standard_framework.deleted',
      target_type: 'standard_framework',
      target_id: id,
      school_id: framework.school_id,
      changes: { title: [framework.title, null] },
    });
  });
}

export async function getSubscriptions(context: Context, schoolId: string) {
  const { actor } = context;
  authorize(policy.canBrowse(actor), 'standards.read');
  await requireSchool(context, schoolId);
  const ids = await context.readTenant((tx) => queries.listSubscriptions(tx, schoolId));
  return presentSubscriptions(context, schoolId, ids);
}

export async function putSubscriptions(context: Context, schoolId: string, frameworkIds: string[]) {
  const { actor, platform } = context;
  await requireSchool(context, schoolId);
  authorize(reachesSchool(actor, 'standards.update', schoolId), 'standards.update');
  const wanted = [...new Set(frameworkIds)];
  return context.withTenant(async (tx) => {
    for (const id of wanted) await selectReadableFramework(tx, context, id);
    const author = { created_by: actor.user_id ?? '', created_at: platform.clock.now().toISOString() };
    const before = await queries.listSubscriptions(tx, schoolId);
    await queries.replaceSubscriptions(tx, schoolId, wanted, author);
    await recordAudit(tx, context, {
      action: 'standard_framework.subscribed',
      target_type: 'school',
      target_id: schoolId,
      school_id: schoolId,
      changes: { framework_ids: [before, wanted] },
    });
    return presentSubscriptions(context, schoolId, wanted);
  });
}

/** A right that reaches the whole tenant reaches no school of another, nor one that is not there. */
async function requireSchool(context: Context, schoolId: string): Promise<void> {
  await getSchool(context, schoolId);
  if (!reachesSchool(context.actor, 'standards.read', schoolId)) throw new Problem('not_found');
}

function presentSubscriptions({ actor }: Context, schoolId: string, ids: string[]) {
  return {
    framework_ids: ids.length > 0 ? ids : null,
    can: { update: reachesSchool(actor, 'standards.update', schoolId) },
  };
}

function present({ actor }: Context, framework: queries.FrameworkRow): StandardFramework {
  const mine = policy.canChangeFramework(actor, 'standards.update', framework);
  return {
    ...framework,
    can: {
      update: mine,
      import: policy.canChangeFramework(actor, 'standards.import', framework),
      extend: mine || actor.school_ids.some((id) => policy.canExtendFramework(actor, framework, id)),
      delete: mine,
    },
  };
}
