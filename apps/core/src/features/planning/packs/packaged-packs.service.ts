import { createHash } from 'node:crypto';
import { PackDefinitionInput } from '@k12/contracts/planning/pack-input';
import type { Pack } from '@k12/contracts/planning/packs';
import { newId, type Transaction } from '@k12/db';
import { sameValue } from '@k12/plan-content/same-value';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import * as queries from './packs.queries.ts';
import { packOf } from './packs.service.ts';
import { isShippedKey } from './shipped/shipped-packs.ts';

/** A pack as a package brings it, or what is wrong with it. */
export function readPack(value: unknown): Pack | { faults: { path: string; message: string }[] } {
  const { key, version, ...definition } = (value ?? {}) as Partial<Pack>;
  const parsed = PackDefinitionInput.safeParse(definition);
  if (parsed.success && typeof key === 'string' && Number.isInteger(version))
    return { ...(definition as Pack), key, version: version as number };
  const issues = parsed.error?.issues ?? [{ path: ['key'], message: 'A pack has a key and a version.' }];
  return { faults: issues.map(({ path, message }) => ({ path: path.map(String).join('/'), message })) };
}

/** The pack of this key and version here, when it says the same: plans under it may stay under it. */
export async function samePackHere(
  tx: Transaction,
  { key, version }: { key: string; version: number },
  value: unknown,
): Promise<Pack | null> {
  const here = await packOf(tx, key, version);
  const schemas = (value as Partial<Pack> | null)?.schemas;
  return here && sameValue(here.schemas, schemas) ? here : null;
}

/** A pack of another installation becomes one of this tenant or school, under a key that is free here. */
export async function addPack(
  tx: Transaction,
  context: Context,
  pack: Pack,
  place: { school_id: string | null; created_by: string },
): Promise<{ key: string; version: number }> {
  const { label, description, terminology, schemas } = pack;
  const definition = { label, description, terminology, schemas };
  const created_at = context.platform.clock.now().toISOString();
  const key = await freeKey(tx, pack.key);
  const made = await queries.createPack(tx, {
    id: newId(),
    key,
    version: 1,
    definition,
    checksum: createHash('sha256').update(JSON.stringify(definition)).digest(),
    based_on_key: pack.key,
    based_on_version: pack.version,
    ...place,
    created_at,
  });
  if (!made) throw new Error(`The key ${key} was taken meanwhile.`);
  await queries.activatePack(tx, made.id, made.lock_version, created_at);
  await recordAudit(tx, context, {
    action: 'planner_pack.created',
    target_type: 'planner_pack',
    target_id: made.id,
    school_id: place.school_id,
  });
  return { key, version: 1 };
}

async function freeKey(tx: Transaction, wanted: string): Promise<string> {
  const stem = wanted.replace(/[^a-z0-9_]/g, '_').slice(0, 34);
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}_${number}`;
    if (!isShippedKey(key) && (await queries.newestVersion(tx, key)) === 0) return key;
  }
}
