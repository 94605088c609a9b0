import type { Transaction } from '@k12/db';

/** In reading order of each level; pages by id are not needed, the rows are small. */
export function listForExport(tx: Transaction, frameworkId: string) {
  return tx
    .selectFrom('standards')
    .select([
      'id',
      'identifier',
      'parent_id',
      'position',
      'depth',
      'is_unplaced',
      'code',
      'statement',
      'short_statement',
      'label',
      'item_type',
      'education_levels',
      'grade_levels',
      'subjects',
      'list_enumeration',
      'notes',
      'language',
      'licence',
      'source_uri',
      'state',
      'school_id',
      'content_hash',
      'source',
      'updated_at',
    ])
    .where('framework_id', '=', frameworkId)
    .orderBy('depth')
    .orderBy('parent_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export type ExportedRow = Awaited<ReturnType<typeof listForExport>>[number];

export function listAssociationsForExport(tx: Transaction, frameworkId: string) {
  return tx
    .selectFrom('standard_associations')
    .select([
      'identifier',
      'type',
      'origin_identifier',
      'destination_identifier',
      'origin_uri',
      'destination_uri',
      'sequence',
      'source',
    ])
    .where('framework_id', '=', frameworkId)
    .orderBy('id')
    .execute();
}
