import type {
  Standard,
  StandardCreate,
  StandardLink,
  StandardQuery,
  StandardUpdate,
} from '@k12/contracts/planning/standards';
import { newId, type Transaction } from '@k12/db';
import { changesBetween, recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { readablePlans } from '../plans/plans.access.service.ts';
import { normalizeStandardCode } from './code-keys.rules.ts';
import * as policy from './frameworks.policy.ts';
import * as frameworks from './frameworks.queries.ts';
import { writeCodeKeys } from './import-writes.queries.ts';
import { lockFramework } from './imports.queries.ts';
import * as queries from './standards.queries.ts';
import { reorder } from './standards.rules.ts';

export interface ReadableStandard {
  standard: queries.StandardRow;
  framework: frameworks.FrameworkRow;
}

export async function selectReadable(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<ReadableStandard> {
  const { actor } = context;
  authorize(policy.canBrowse(actor), 'standards.read');
  const standard = await queries.selectStandard(tx, id);
  const framework = await frameworks.selectFramework(tx, standard.framework_id);
  if (!policy.canReadFramework(actor, framework)) throw new Problem('not_found');
  if (standard.school_id && !policy.canReadFramework(actor, { ...framework, school_id: standard.school_id }))
    throw new Problem('not_found');
  return { standard, framework };
}

export async function summariesOf(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, queries.SummaryRow>> {
  const rows = await queries.listByIds(tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listStandards(context: Context, query: StandardQuery) {
  authorize(policy.canBrowse(context.actor), 'standards.read');
  const after = decodeCursor(query.cursor, 2);
  const visible = policy.visibleFrameworks(context.actor);
  const rows = await context.readTenant((tx) => queries.listStandards(tx, visible, query, after));
  return pageOf(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.code_normalized, row.id],
  );
}

export async function getStandard(context: Context, id: string): Promise<Standard> {
  return context.readTenant(async (tx) => present(tx, context, await selectReadable(tx, context, id)));
}

export async function createStandard(context: Context, input: StandardCreate): Promise<Standard> {
  return context.withTenant(async (tx) => {
    const framework = await selectFramework(tx, context, input.framework_id);
    const school_id = input.school_id ?? null;
    authorize(mayAdd(context, framework, school_id), 'standards.create');
    await lockFramework(tx, framework.id);
    const code = input.code ?? '';
    await requireFreeCode(tx, framework.id, code, null);
    const ancestors = await lineageOf(tx, framework.id, input.parent_id ?? null);
    const id = newId();
    const at = now(context);
    await queries.createStandard(tx, {
      id,
      framework_id: framework.id,
      identifier: id,
      parent_id: input.parent_id ?? null,
      ancestor_ids: ancestors,
      depth: ancestors.length,
      position: 1_000_000,
      school_id: framework.scope === 'school' ? null : school_id,
      language: framework.language,
      created_at: at,
      ...fieldsOf(input),
    });
    await writeCodeKeys(tx, [{ id, code }]);
    await settle(tx, framework.id, id, input.parent_id ?? null, input.position);
    await frameworks.recountStandards(tx, framework.id);
    await recordAudit(tx, context, {
      action: 'standard.created',
      target_type: 'standard',
      target_id: id,
      school_id,
    });
    return present(tx, context, await selectReadable(tx, context, id));
  });
}

export async function updateStandard(context: Context, id: string, input: StandardUpdate): Promise<Standard> {
  const { lock_version, parent_id, position, ...changes } = input;
  return context.withTenant(async (tx) => {
    const found = await selectReadable(tx, context, id);
    const { standard, framework } = found;
    authorize(mayChange(context, found), 'standards.update');
    await lockFramework(tx, framework.id);
    if (changes.code !== undefined) await requireFreeCode(tx, framework.id, changes.code, id);
    const normalized =
      changes.code === undefined ? {} : { code_normalized: normalizeStandardCode(changes.code) };
    const levels = changes.grade_levels === undefined ? {} : { education_levels: changes.grade_levels };
    // The package it came from says otherwise now, so that importing it again notices.
    const edited = Object.keys(changes).length > 0 ? { content_hash: '' } : {};
    const done = await queries.updateStandard(tx, id, lock_version, {
      ...changes,
      ...normalized,
      ...levels,
      ...edited,
      updated_at: now(context),
    });
    if (!done) throw new Problem('version_conflict', { current: await present(tx, context, found) });
    if (changes.code !== undefined) await writeCodeKeys(tx, [{ id, code: changes.code }]);
    if (parent_id !== undefined || position !== undefined)
      await moveStandard(tx, context, standard, parent_id, position);
    if (Object.keys(changes).length > 0) {
      await recordAudit(tx, context, {
        action: 'standard.updated',
        target_type: 'standard',
        target_id: id,
        school_id: framework.school_id,
        changes: changesBetween(standard, changes),
      });
      await publishEvent(tx, context, 'standards.framework_updated', { framework_id: framework.id });
    }
    return present(tx, context, await selectReadable(tx, context, id));
  });
}

async function moveStandard(
  tx: Transaction,
  context: Context,
  standard: queries.StandardRow,
  parentId: string | null | undefined,
  position: number | undefined,
): Promise<void> {
  const to = parentId === undefined ? standard.parent_id : parentId;
  if (to !== standard.parent_id || standard.is_unplaced) {
    const ancestors = await lineageOf(tx, standard.framework_id, to);
    if (to === standard.id || ancestors.includes(standard.id))
      throw invalid('/parent_id', 'cycle', 'A standard cannot be put below itself.');
    await queries.moveBranch(tx, standard, to, ancestors);
    await queries.forgetParentLink(tx, standard.framework_id, standard.identifier);
  }
  await settle(tx, standard.framework_id, standard.id, to, position);
  await queries.refreshLeaves(
    tx,
    [standard.parent_id, to].filter((id) => id !== null),
  );
  await recordAudit(tx, context, {
    action: 'standard.moved',
    target_type: 'standard',
    target_id: standard.id,
    changes: { parent_id: [standard.parent_id, to], position: [standard.position, position ?? null] },
  });
}

export function retireStandard(context: Context, id: string): Promise<Standard> {
  return changeState(context, id, 'retired');
}

export function reinstateStandard(context: Context, id: string): Promise<Standard> {
  return changeState(context, id, 'active');
}

async function changeState(context: Context, id: string, state: 'active' | 'retired'): Promise<Standard> {
  return context.withTenant(async (tx) => {
    const found = await selectReadable(tx, context, id);
    authorize(mayChange(context, found), 'standards.update');
    const { standard, framework } = found;
    if (standard.state === state) return present(tx, context, found);
    if (state === 'active') await requireFreeCode(tx, framework.id, standard.code, id);
    const at = now(context);
    const retired_at = state === 'retired' ? at : null;
    const done = await queries.updateStandard(tx, id, standard.lock_version, {
      state,
      retired_at,
      updated_at: at,
    });
    if (!done) throw new Problem('version_conflict', { current: await present(tx, context, found) });
    await frameworks.recountStandards(tx, framework.id);
    const action = state === 'retired' ? 'standard.retired' : 'standard.reinstated';
    await recordAudit(tx, context, {
      action,
      target_type: 'standard',
      target_id: id,
      school_id: framework.school_id,
    });
    if (state === 'retired')
      await publishEvent(tx, context, 'standard.retired', { framework_id: framework.id, standard_id: id });
    return present(tx, context, await selectReadable(tx, context, id));
  });
}

export async function deleteStandard(context: Context, id: string): Promise<void> {
  await context.withTenant(async (tx) => {
    const found = await selectReadable(tx, context, id);
    authorize(mayChange(context, found), 'standards.update');
    const { standard, framework } = found;
    await lockFramework(tx, framework.id);
    const children = await queries.listChildren(tx, framework.id, id);
    if (children.length > 0 || (await queries.isAligned(tx, [id]))) throw new Problem('standard.in_use');
    await queries.deleteStandard(tx, id);
    await queries.forgetParentLink(tx, framework.id, standard.identifier);
    if (standard.parent_id) await queries.refreshLeaves(tx, [standard.parent_id]);
    await frameworks.recountStandards(tx, framework.id);
    await recordAudit(tx, context, {
      action: 'standard.deleted',
      target_type: 'standard',
      target_id: id,
      school_id: framework.school_id,
      changes: { code: [standard.code, null] },
    });
  });
}

async function selectFramework(tx: Transaction, context: Context, id: string) {
  const framework = await frameworks.selectFramework(tx, id);
  if (!policy.canReadFramework(context.actor, framework)) throw new Problem('not_found');
  return framework;
}

function mayAdd({ actor }: Context, framework: frameworks.FrameworkRow, schoolId: string | null): boolean {
  if (schoolId !== null && framework.scope !== 'school')
    return policy.canExtendFramework(actor, framework, schoolId);
  return policy.canChangeFramework(actor, 'standards.create', framework);
}

/** Somebody's extension belongs to the school, whoever owns the framework around it. */
function mayChange({ actor }: Context, { standard, framework }: ReadableStandard): boolean {
  const facts = standard.school_id ? { scope: 'school', school_id: standard.school_id } : framework;
  return policy.canChangeFramework(actor, 'standards.update', facts);
}

async function requireFreeCode(
  tx: Transaction,
  frameworkId: string,
  code: string,
  exceptId: string | null,
): Promise<void> {
  if (code === '' || !(await queries.isStandardCodeTaken(tx, frameworkId, code, exceptId))) return;
  const detail = 'Another standard of the framework has this code.';
  throw new Problem('standard.code_taken', {
    errors: [{ pointer: '/code', code: 'standard.code_taken', detail }],
  });
}

async function lineageOf(tx: Transaction, frameworkId: string, parentId: string | null): Promise<string[]> {
  if (parentId === null) return [];
  const parent = await queries.selectOptionalStandard(tx, parentId);
  if (!parent || parent.framework_id !== frameworkId)
    throw invalid('/parent_id', 'unknown_parent', 'This is no standard of the framework.');
  return [...parent.ancestor_ids, parent.id];
}

async function settle(
  tx: Transaction,
  frameworkId: string,
  id: string,
  parentId: string | null,
  position: number | undefined,
): Promise<void> {
  const siblings = await queries.listChildren(tx, frameworkId, parentId);
  await queries.setPositions(
    tx,
    reorder(
      siblings.map((row) => row.id),
      id,
      position,
    ),
  );
  if (parentId) await queries.refreshLeaves(tx, [parentId]);
}

function fieldsOf(input: StandardCreate): queries.StandardFields {
  return {
    code: input.code ?? '',
    code_normalized: normalizeStandardCode(input.code ?? ''),
    statement: input.statement,
    short_statement: input.short_statement ?? null,
    label: input.label ?? null,
    item_type: input.item_type ?? null,
    grade_levels: input.grade_levels ?? [],
    education_levels: input.grade_levels ?? [],
    subjects: input.subjects ?? [],
    assessable: input.assessable ?? true,
    list_enumeration: input.list_enumeration ?? null,
    notes: input.notes ?? null,
  };
}

async function present(tx: Transaction, context: Context, found: ReadableStandard): Promise<Standard> {
  const { standard, framework } = found;
  const [breadcrumb, links, counts] = await Promise.all([
    queries.listBreadcrumb(tx, standard.ancestor_ids),
    linksOf(tx, context, standard.identifier),
    queries.countAlignments(tx, framework.id, [standard.id], readablePlans(context.actor)),
  ]);
  const mine = mayChange(context, found);
  const alignments_count = counts.get(standard.id) ?? 0;
  const of = (types: string[], only: 'any' | 'outgoing' = 'any') =>
    links
      .filter((link) => types.includes(link.type) && (only === 'any' || link.outgoing))
      .map(({ outgoing: _outgoing, ...link }) => link);
  return {
    ...standard,
    framework_title: framework.title,
    breadcrumb,
    equivalents: of(['exact_match_of']),
    replacements: of(['replaced_by'], 'outgoing'),
    related: of([
      'is_related_to',
      'precedes',
      'is_part_of',
      'is_peer_of',
      'exemplar',
      'is_translation_of',
      'other',
    ]),
    alignments_count,
    can: {
      update: mine,
      retire: mine,
      delete: mine && standard.is_leaf && alignments_count === 0,
      align: standard.state === 'active' && holds(context.actor, 'unit_plans.update'),
    },
  };
}

async function linksOf(
  tx: Transaction,
  context: Context,
  identifier: string,
): Promise<(StandardLink & { outgoing: boolean })[]> {
  const links = await queries.listLinks(tx, identifier);
  const others = await queries.listByIdentifiers(tx, [...new Set(links.map(({ other }) => other))]);
  const readable = others.filter(({ framework_school_id, school_id }) =>
    policy.canReadFramework(context.actor, {
      scope: 'district',
      school_id: school_id ?? framework_school_id,
    }),
  );
  return links.map(({ type, outgoing, other, uri, title }) => {
    const standard = readable.find((row) => row.identifier === other) ?? null;
    return { type, outgoing, standard, framework_title: standard?.framework_title ?? null, uri, title };
  });
}

function now(context: Context): string {
  return context.platform.clock.now().toISOString();
}
