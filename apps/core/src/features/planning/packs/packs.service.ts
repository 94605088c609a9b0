import type { Pack, PackReason, PlanSchema, SchemaReference } from '@k12/contracts/planning/packs';
import type { Transaction } from '@k12/db';
import { platformDefaultPack, shippedPack } from './shipped/shipped-packs.ts';

/** Where a new plan will live; the pack in force there is its pack. */
export interface PlanPlace {
  course_id?: string | null | undefined;
  school_id?: string | null | undefined;
  academic_year_id?: string | null | undefined;
}

/** The pack as it was then, or null when it cannot be read any more (PLN-64). */
export async function packOf(_tx: Transaction, key: string, version: number): Promise<Pack | null> {
  return shippedPack(key, version) ?? null;
}

/** The schema a plan is pinned to, or null when it cannot be read any more (PLN-64). */
export async function planSchema(tx: Transaction, pin: SchemaReference): Promise<PlanSchema | null> {
  const pack = await packOf(tx, pin.pack_key, pin.pack_version);
  return pack?.schemas.find((schema) => schema.key === pin.schema_key) ?? null;
}

/** The pack that a new plan gets at this place, and why (PLN-62). */
export async function defaultPack(
  _tx: Transaction,
  _place: PlanPlace,
): Promise<{ pack: Pack; why: PackReason }> {
  return { pack: platformDefaultPack, why: 'platform' };
}

/** Which schema of a pack a unit, a lesson or a document of this type gets. */
export function schemaFor(pack: Pack, object: string): PlanSchema | undefined {
  return pack.schemas.find((schema) =>
    schema.plan_kind === 'document' ? schema.document_type === object : schema.plan_kind === object,
  );
}
