import { createHash } from 'node:crypto';
import type {
  PlannerPack,
  PlannerPackActivate,
  PlannerPackCreate,
  PlannerPackQuery,
  PlannerPackUpdate,
} from '@k12/contracts/planning/pack-admin';
import type { Pack } from '@k12/contracts/planning/packs';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { moveAssignments } from './pack-assignments.service.ts';
import * as policy from './packs.policy.ts';
import * as queries from './packs.queries.ts';
import { packOf } from './packs.service.ts';
import {
  presentPack,
  presentPackSummary,
  presentShipped,
  presentShippedSummary,
} from './present-pack.service.ts';
import { isShippedKey, shippedPackById, shippedPacks } from './shipped/shipped-packs.ts';

export async function listPacks(context: Context, query: PlannerPackQuery) {
  const after = decodeCursor(query.cursor, 1);
  const { actor } = context;
  return context.readTenant(async (tx) => {
    const counts = await queries.countPlans(tx);
    const page = pageOf(
      await queries.listPacks(tx, query, after),
      query.limit,
      (row) => presentPackSummary(actor, row, counts),
      (row) => [row.id],
    );
    const offersShipped = !after && (query.state ?? 'active') === 'active';
    const shipped = offersShipped
      ? shippedPacks.map((pack) => presentShippedSummary(actor, pack, counts))
      : [];
    return { ...page, data: [...shipped, ...page.data] };
  });
}

export async function getPack(context: Context, id: string): Promise<PlannerPack> {
  return context.readTenant(async (tx) => {
    const counts = await queries.countPlans(tx);
    const shipped = shippedPackById(id);
    if (shipped) return presentShipped(context.actor, shipped, counts);
    return presentPack(context.actor, await queries.selectPack(tx, id), counts);
  });
}

export async function createPack(context: Context, input: PlannerPackCreate): Promise<PlannerPack> {
  return context.withTenant(async (tx) => {
    const { actor } = context;
    const original = await packOf(tx, input.copy_of.key, input.copy_of.version);
    if (!original) throw new Problem('not_found');
    const home = await homeOf(tx, actor, input);
    authorize(policy.canManagePack(actor, home), 'planner_packs.manage');
    const key = input.as === 'new_version' ? original.key : keyFor(input);
    if (isShippedKey(key)) {
      throw invalid('/key', 'key_taken', 'This key belongs to a pack that comes with the product.');
    }
    const newest = await queries.newestVersion(tx, key);
    if (input.as === 'new_pack' && newest > 0) {
      throw invalid('/key', 'key_taken', 'There is a pack with this key.');
    }
    const definition = definitionOf(original, input.label ? { label: input.label } : {});
    const made = await queries.createPack(tx, {
      id: newId(),
      key,
      version: newest + 1,
      school_id: home,
      definition,
      checksum: checksumOf(definition),
      based_on_key: original.key,
      based_on_version: original.version,
      created_by: requireUser(actor),
      created_at: context.platform.clock.now().toISOString(),
    });
    if (!made)
      throw new Problem('conflict', { detail: 'There is an unfinished version of this pack already.' });
    await audit(tx, context, 'planner_pack.created', made);
    return presentPack(actor, made, new Map());
  });
}

export async function updatePack(
  context: Context,
  id: string,
  input: PlannerPackUpdate,
): Promise<PlannerPack> {
  const { lock_version, ...changes } = input;
  return context.withTenant(async (tx) => {
    const before = await selectChangeable(tx, context.actor, id);
    const definition = definitionOf(packFromRow(before), changes as Partial<queries.PackDefinition>);
    const updated_at = context.platform.clock.now().toISOString();
    const after = await queries.updateDraftPack(tx, id, lock_version, {
      definition,
      checksum: checksumOf(definition),
      updated_at,
    });
    if (!after) {
      throw new Problem('version_conflict', { current: presentPack(context.actor, before, new Map()) });
    }
    await audit(tx, context, 'planner_pack.updated', after);
    return presentPack(context.actor, after, new Map());
  });
}

export async function activatePack(
  context: Context,
  id: string,
  input: PlannerPackActivate,
): Promise<PlannerPack> {
  return context.withTenant(async (tx) => {
    const before = await selectChangeable(tx, context.actor, id);
    const now = context.platform.clock.now().toISOString();
    const pack = await queries.activatePack(tx, id, input.lock_version, now);
    if (!pack) {
      throw new Problem('version_conflict', { current: presentPack(context.actor, before, new Map()) });
    }
    await queries.deprecateOlder(tx, pack.key, pack.version, now);
    if (input.move_assignments) await moveAssignments(tx, context, pack);
    await audit(tx, context, 'planner_pack.activated', pack);
    return presentPack(context.actor, pack, await queries.countPlans(tx));
  });
}

/** A draft of one's own; what is active or shipped never changes (PLN-61). */
async function selectChangeable(tx: Transaction, actor: Actor, id: string): Promise<queries.PackRow> {
  if (shippedPackById(id)) {
    authorize(policy.canCopyPacks(actor), 'planner_packs.manage');
    throw new Problem('pack.fixed');
  }
  const pack = await queries.selectPack(tx, id);
  authorize(policy.canManagePack(actor, pack.school_id), 'planner_packs.manage');
  if (pack.state !== 'draft') throw new Problem('pack.fixed');
  return pack;
}

/** The next version stays where the pack is; a new pack goes to the school named, or as wide as the right reaches. */
async function homeOf(tx: Transaction, actor: Actor, input: PlannerPackCreate): Promise<string | null> {
  if (input.as === 'new_version') {
    const row = await queries.selectPackVersion(tx, input.copy_of.key, input.copy_of.version);
    if (!row) throw new Problem('pack.fixed');
    return row.school_id;
  }
  return input.school_id ?? policy.homeOfNewPack(actor);
}

function keyFor(input: PlannerPackCreate): string {
  if (input.key) return input.key;
  const base = (input.label?.en ?? input.copy_of.key)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return `${base.slice(0, 30) || 'pack'}_${newId().slice(-6)}`;
}

function definitionOf(pack: Pack, changes: Partial<queries.PackDefinition>): queries.PackDefinition {
  const { label, description, terminology, schemas } = { ...pack, ...changes };
  return { label, description, terminology, schemas };
}

function packFromRow(row: queries.PackRow): Pack {
  return { ...(row.definition as unknown as queries.PackDefinition), key: row.key, version: row.version };
}

function checksumOf(definition: queries.PackDefinition): Buffer {
  return createHash('sha256').update(JSON.stringify(definition)).digest();
}

function requireUser(actor: Actor): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}

function audit(tx: Transaction, context: Context, action: string, pack: queries.PackRow): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'planner_pack',
    target_id: pack.id,
    school_id: pack.school_id,
    changes: { version: [null, `${pack.key}@${pack.version}`] },
  });
}
