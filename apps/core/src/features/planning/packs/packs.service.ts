import type {
  Pack,
  PackReason,
  PlannerSchema,
  PlannerSchemaQuery,
  PlanSchema,
  SchemaReference,
} from '@k12/contracts/planning/packs';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { jsonSchemaOf } from './json-schema.rules.ts';
import * as assignments from './pack-assignments.queries.ts';
import { type PackDefinition, selectPackVersion } from './packs.queries.ts';
import { platformDefaultPack, shippedPack } from './shipped/shipped-packs.ts';

/** Where a new plan will live; the pack in force there is its pack. */
export interface PlanPlace {
  course_id?: string | null | undefined;
  school_id?: string | null | undefined;
  academic_year_id?: string | null | undefined;
}

/** The pack as it was then, or null when it cannot be read any more (PLN-64). */
export async function packOf(tx: Transaction, key: string, version: number): Promise<Pack | null> {
  const shipped = shippedPack(key, version);
  if (shipped) return shipped;
  const row = await selectPackVersion(tx, key, version);
  return row ? { ...(row.definition as unknown as PackDefinition), key, version } : null;
}

/** The schema a plan is pinned to, or null when it cannot be read any more (PLN-64). */
export async function planSchema(tx: Transaction, pin: SchemaReference): Promise<PlanSchema | null> {
  const pack = await packOf(tx, pin.pack_key, pin.pack_version);
  return pack?.schemas.find((schema) => schema.key === pin.schema_key) ?? null;
}

/** The pack that a new plan gets at this place, and why: the narrowest decision wins (PLN-62). */
export async function defaultPack(
  tx: Transaction,
  place: PlanPlace,
): Promise<{ pack: Pack; why: PackReason }> {
  const course = place.course_id ? await assignments.selectCoursePlace(tx, place.course_id) : undefined;
  const at = {
    course_id: place.course_id ?? null,
    school_id: place.school_id ?? course?.school_id ?? null,
    academic_year_id: place.academic_year_id ?? course?.academic_year_id ?? null,
  };
  const assigned = await assignments.selectAssignmentsAt(tx, at);
  const frozen = await assignments.selectFreezeOfYear(tx, at.academic_year_id);
  const candidates = [
    { why: 'course', pin: assigned.find(({ scope }) => scope === 'course') },
    { why: 'school', pin: assigned.find(({ scope }) => scope === 'school') },
    { why: 'year_freeze', pin: frozen },
    { why: 'tenant', pin: assigned.find(({ scope }) => scope === 'tenant') },
  ] as const;
  for (const { why, pin } of candidates) {
    const pack = pin && (await packOf(tx, pin.pack_key, pin.pack_version));
    if (pack) return { pack, why };
  }
  return { pack: platformDefaultPack, why: 'platform' };
}

/** Which schema of a pack a unit, a lesson or a document of this type gets. */
export function schemaFor(pack: Pack, object: string): PlanSchema | undefined {
  return pack.schemas.find((schema) =>
    schema.plan_kind === 'document' ? schema.document_type === object : schema.plan_kind === object,
  );
}

export async function getPlannerSchema(context: Context, query: PlannerSchemaQuery): Promise<PlannerSchema> {
  return context.readTenant(async (tx) => {
    if (query.plan_id) return schemaOfPlan(tx, context, query.plan_id);
    if (query.course_id && !(await assignments.selectCoursePlace(tx, query.course_id))) {
      throw new Problem('not_found');
    }
    const { pack, why } = await defaultPack(tx, query);
    const schema = schemaFor(pack, query.object);
    if (!schema) throw invalid('/object', 'unknown_object', 'The pack in force here has no such document.');
    return presentSchema(pack, schema.key, why);
  });
}

async function schemaOfPlan(tx: Transaction, context: Context, planId: string): Promise<PlannerSchema> {
  const { plan } = await selectReadablePlan(tx, context.actor, planId);
  const pack = await packOf(tx, plan.pack_key, plan.pack_version);
  if (pack?.schemas.some(({ key }) => key === plan.schema_key)) {
    return presentSchema(pack, plan.schema_key, 'plan');
  }
  return {
    pack_key: plan.pack_key,
    pack_version: plan.pack_version,
    schema_key: plan.schema_key,
    schema: null,
    label: pack?.label ?? null,
    terminology: (pack ?? platformDefaultPack).terminology,
    why: 'plan',
    json_schema: null,
  };
}

function presentSchema(pack: Pack, schemaKey: string, why: PackReason): PlannerSchema {
  const schema = pack.schemas.find(({ key }) => key === schemaKey) ?? null;
  return {
    pack_key: pack.key,
    pack_version: pack.version,
    schema_key: schemaKey,
    schema,
    label: pack.label,
    terminology: pack.terminology,
    why,
    json_schema: schema && jsonSchemaOf(schema, schemaId(pack, schema)),
  };
}

export function schemaId(pack: Pack, schema: PlanSchema): string {
  return `urn:homeroom:pack:${pack.key}:${pack.version}:${schema.key}`;
}
