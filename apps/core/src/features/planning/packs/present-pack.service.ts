import { createHash } from 'node:crypto';
import type { PlannerPack, PlannerPackSummary } from '@k12/contracts/planning/pack-admin';
import type { Pack } from '@k12/contracts/planning/packs';
import { type Actor, holds } from '../../../platform/auth/actor.ts';
import { jsonSchemaOf } from './json-schema.rules.ts';
import * as policy from './packs.policy.ts';
import type { PackDefinition, PackRow } from './packs.queries.ts';
import { schemaId } from './packs.service.ts';
import { shippedPackId } from './shipped/shipped-packs.ts';

type Counts = ReadonlyMap<string, number>;

export function presentPackSummary(actor: Actor, row: PackRow, counts: Counts): PlannerPackSummary {
  const definition = row.definition as unknown as PackDefinition;
  const manages = policy.canManagePack(actor, row.school_id);
  return {
    id: row.id,
    key: row.key,
    version: row.version,
    label: definition.label,
    description: definition.description,
    documents: documentsOf(definition.schemas),
    state: row.state,
    shipped: false,
    school_id: row.school_id,
    based_on_key: row.based_on_key,
    based_on_version: row.based_on_version,
    plans_count: counts.get(`${row.key}@${row.version}`) ?? 0,
    updated_at: row.updated_at,
    lock_version: row.lock_version,
    can: {
      update: manages && row.state === 'draft',
      activate: manages && row.state === 'draft',
      copy: policy.canCopyPacks(actor),
      assign: row.state === 'active' && holds(actor, 'planner_packs.manage'),
    },
  };
}

export function presentShippedSummary(actor: Actor, pack: Pack, counts: Counts): PlannerPackSummary {
  const mayManage = policy.canCopyPacks(actor);
  return {
    id: shippedPackId(pack),
    key: pack.key,
    version: pack.version,
    label: pack.label,
    description: pack.description,
    documents: documentsOf(pack.schemas),
    state: 'active',
    shipped: true,
    school_id: null,
    based_on_key: null,
    based_on_version: null,
    plans_count: counts.get(`${pack.key}@${pack.version}`) ?? 0,
    updated_at: null,
    lock_version: 0,
    can: { update: false, activate: false, copy: mayManage, assign: mayManage },
  };
}

export function presentPack(actor: Actor, row: PackRow, counts: Counts): PlannerPack {
  const definition = row.definition as unknown as PackDefinition;
  const pack = { ...definition, key: row.key, version: row.version };
  return {
    ...presentPackSummary(actor, row, counts),
    ...contentOf(pack),
    checksum: row.checksum.toString('hex'),
  };
}

export function presentShipped(actor: Actor, pack: Pack, counts: Counts): PlannerPack {
  const checksum = createHash('sha256').update(JSON.stringify(pack)).digest('hex');
  return { ...presentShippedSummary(actor, pack, counts), ...contentOf(pack), checksum };
}

function documentsOf(schemas: Pack['schemas']): PlannerPackSummary['documents'] {
  return schemas.flatMap(({ key, document_type, label }) =>
    document_type ? [{ document_type, schema_key: key, label }] : [],
  );
}

function contentOf(pack: Pack) {
  const { terminology, schemas } = pack;
  const json_schemas = Object.fromEntries(
    schemas.map((schema) => [schema.key, jsonSchemaOf(schema, schemaId(pack, schema))]),
  );
  return { terminology, schemas, json_schemas };
}
