import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import { codeKeys, normalizeStandardCode } from './code-keys.rules.ts';
import type { ExistingStandard, Place, StandardWrite } from './import-plan.rules.ts';
import type { ReadAssociation } from './read-records.ts';

const jsonOrNull = (text: string) => (text === 'null' ? null : text);

export function listExistingStandards(tx: Transaction, frameworkId: string): Promise<ExistingStandard[]> {
  return tx
    .selectFrom('standards')
    .select([
      'id',
      'identifier',
      'code',
      'parent_id',
      'ancestor_ids',
      'position',
      'depth',
      'is_leaf',
      'is_unplaced',
      'content_hash',
      'state',
      'origin',
      'school_id',
    ])
    .where('framework_id', '=', frameworkId)
    .execute();
}

export async function listAlignedIds(tx: Transaction, frameworkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select standard.id from standards standard
    where standard.tenant_id = app.current_tenant() and standard.framework_id = ${frameworkId}::uuid
      and (
        exists (
          select from standard_alignments alignment
          where alignment.tenant_id = app.current_tenant() and alignment.standard_id = standard.id
        ) or exists (
          select from plan_version_alignments frozen
          where frozen.tenant_id = app.current_tenant() and frozen.standard_id = standard.id
        )
      )`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export function listExistingAssociations(tx: Transaction, frameworkId: string) {
  return tx
    .selectFrom('standard_associations')
    .select(['id', 'identifier', 'content_hash'])
    .where('framework_id', '=', frameworkId)
    .execute();
}

interface WriteContext {
  framework_id: string;
  language: string;
  now: string;
}

/** New rows and changed ones alike; parents come first, so that every key a row names is there. */
export async function writeStandards(
  tx: Transaction,
  writes: readonly StandardWrite[],
  { framework_id, language, now }: WriteContext,
): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ placed: { item }, identifier, id, ...place }) => ({
    id,
    framework_id,
    identifier,
    ...placeColumns(place),
    code: item.code,
    code_normalized: normalizeStandardCode(item.code),
    statement: item.statement,
    short_statement: item.short_statement,
    label: item.label,
    item_type: item.item_type,
    education_levels: item.education_levels,
    grade_levels: item.grade_levels,
    subjects: item.subjects,
    assessable: item.assessable ?? place.is_leaf,
    list_enumeration: item.list_enumeration,
    notes: item.notes,
    language: item.language ?? language,
    licence: item.licence,
    source_uri: item.source_uri,
    state: 'active' as const,
    retired_at: null,
    origin: 'import' as const,
    source: jsonOrNull(item.source),
    content_hash: item.content_hash,
    created_at: now,
    updated_at: now,
  }));
  const columns = Object.keys(rows[0] as object).filter((name) => name !== 'id' && name !== 'created_at');
  await tx
    .insertInto('standards')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet({
        ...Object.fromEntries(columns.map((name) => [name, sql`excluded.${sql.ref(name)}`])),
        lock_version: sql`standards.lock_version + 1`,
      }),
    )
    .execute();
  await writeCodeKeys(
    tx,
    writes
      .filter(({ code_changed }) => code_changed)
      .map(({ id, placed }) => ({ id, code: placed.item.code })),
  );
}

function placeColumns({ parent_id, ancestor_ids, depth, position, is_leaf, is_unplaced }: Place) {
  return { parent_id, ancestor_ids, depth, position, is_leaf, is_unplaced };
}

export async function writeCodeKeys(
  tx: Transaction,
  standards: readonly { id: string; code: string }[],
): Promise<void> {
  if (standards.length === 0) return;
  await sql`
    delete from standard_code_keys
    where tenant_id = app.current_tenant() and standard_id = any(${standards.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  const rows = standards.flatMap(({ id, code }) =>
    codeKeys(code).map((code_key) => ({ standard_id: id, code_key })),
  );
  if (rows.length > 0) await tx.insertInto('standard_code_keys').values(rows).execute();
}

export async function updatePlaces(
  tx: Transaction,
  places: readonly ({ id: string } & Place)[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    update standards
    set parent_id = place.parent_id, depth = place.depth, position = place.position, is_leaf = place.is_leaf,
      is_unplaced = place.is_unplaced,
      ancestor_ids = array(select jsonb_array_elements_text(place.ancestor_ids)::uuid)
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(
      id uuid, parent_id uuid, depth integer, position integer, is_leaf boolean, is_unplaced boolean,
      ancestor_ids jsonb
    )
    where standards.tenant_id = app.current_tenant() and standards.id = place.id`.execute(tx);
}

export async function retireStandards(tx: Transaction, ids: readonly string[], now: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update standards
    set state = 'retired', retired_at = ${now}, updated_at = ${now}, lock_version = lock_version + 1
    where tenant_id = app.current_tenant() and id = any(${ids}::uuid[])`.execute(tx);
}

/** All in one statement: keys between the rows that go are looked at when all of them are gone. */
export async function removeStandards(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from standards where tenant_id = app.current_tenant() and id = any(${ids}::uuid[])`.execute(tx);
}

export async function writeAssociations(
  tx: Transaction,
  frameworkId: string,
  associations: readonly ReadAssociation[],
): Promise<void> {
  if (associations.length === 0) return;
  const rows = associations.map(({ place: _place, source, ...association }) => ({
    id: newId(),
    framework_id: frameworkId,
    ...association,
    type: association.type as 'other',
    source: jsonOrNull(source),
  }));
  await tx
    .insertInto('standard_associations')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'framework_id', 'identifier']).doUpdateSet((eb) => ({
        type: eb.ref('excluded.type'),
        origin_identifier: eb.ref('excluded.origin_identifier'),
        origin_uri: eb.ref('excluded.origin_uri'),
        destination_identifier: eb.ref('excluded.destination_identifier'),
        destination_uri: eb.ref('excluded.destination_uri'),
        sequence: eb.ref('excluded.sequence'),
        source: eb.ref('excluded.source'),
        content_hash: eb.ref('excluded.content_hash'),
      })),
    )
    .execute();
}

export async function removeAssociations(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    delete from standard_associations where tenant_id = app.current_tenant() and id = any(${ids}::uuid[])`.execute(
    tx,
  );
}
