import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { csvTable } from '../../../platform/csv/write-csv.ts';
import * as queries from './case-export.queries.ts';
import { isObject } from './case-values.ts';
import type { FrameworkRow } from './frameworks.queries.ts';
import { selectFramework, selectSources } from './frameworks.queries.ts';
import { selectReadableFramework } from './frameworks.service.ts';
import type { JsonObject } from './json-elements.ts';

interface Exported {
  name: string;
  content: string;
}

type AssociationRow = Awaited<ReturnType<typeof queries.listAssociationsForExport>>[number];

/** Everything the package said comes back as it said it, with what was changed here in its place (PLN-72). */
export async function exportCase(context: Context, id: string): Promise<Exported> {
  return context.withTenant(async (tx) => {
    const framework = await selectReadableFramework(tx, context, id);
    await audit(tx, context, framework, 'case');
    return { name: `${framework.title}.json`, content: await caseContent(tx, framework) };
  });
}

/** For a package of plans: who asked for it was found to be allowed to read the framework. */
export function caseOfFramework(
  context: Context,
  id: string,
): Promise<{ title: string; identifier: string; content: string }> {
  return context.readTenant(async (tx) => {
    const framework = await selectFramework(tx, id);
    const { title, identifier } = framework;
    return { title, identifier, content: await caseContent(tx, framework) };
  });
}

async function caseContent(tx: Transaction, framework: FrameworkRow): Promise<string> {
  const sources = await selectSources(tx, framework.id);
  const standards = await queries.listForExport(tx, framework.id);
  const associations = await queries.listAssociationsForExport(tx, framework.id);
  const document = {
    ...asObject(sources.document_source),
    ...documentOf(framework, sources.document_source !== null),
  };
  const parts = {
    ...asObject(sources.package_source),
    CFDocument: document,
    CFItems: standards.map((row) => itemOf(row, framework)),
    CFAssociations: [...associations.map(associationOf), ...parentsOf(standards, associations, framework)],
    ...(sources.definitions_source === null ? {} : { CFDefinitions: sources.definitions_source }),
  };
  return JSON.stringify(parts);
}

export async function exportTable(context: Context, id: string): Promise<Exported> {
  return context.withTenant(async (tx) => {
    const framework = await selectReadableFramework(tx, context, id);
    const standards = await queries.listForExport(tx, id);
    await audit(tx, context, framework, 'csv');
    const codes = new Map(standards.map((row) => [row.id, row.code || row.identifier]));
    const rows = standards.map((row) => [
      row.identifier,
      row.code,
      row.statement,
      (row.education_levels.length > 0 ? row.education_levels : row.grade_levels).join(' | '),
      row.parent_id === null ? '' : (codes.get(row.parent_id) ?? ''),
      row.item_type,
      row.position + 1,
      row.notes,
      row.state,
    ]);
    const header = [
      'identifier',
      'code',
      'statement',
      'level',
      'parent code',
      'type',
      'position',
      'notes',
      'state',
    ];
    return { name: `${framework.title}.csv`, content: `\uFEFF${csvTable([header, ...rows])}` };
  });
}

function audit(tx: Transaction, context: Context, framework: FrameworkRow, format: string) {
  return recordAudit(tx, context, {
    action: 'standard_framework.exported',
    target_type: 'standard_framework',
    target_id: framework.id,
    school_id: framework.school_id,
    changes: { format },
  });
}

function documentOf(framework: FrameworkRow, imported: boolean): JsonObject {
  const own = { identifier: framework.identifier, title: framework.title };
  // What was imported and not edited here is said in the words of its package.
  if (imported) return {};
  return {
    ...own,
    uri: framework.source_uri ?? `urn:uuid:${framework.identifier}`,
    creator: framework.creator,
    publisher: framework.publisher,
    description: framework.description,
    subject: framework.subjects,
    version: framework.version,
    language: framework.language,
    adoptionStatus: {
      draft: 'Draft',
      adopted: 'Adopted',
      deprecated: 'Deprecated',
      private: 'Private Draft',
    }[framework.adoption_status],
    lastChangeDateTime: framework.updated_at,
  };
}

function itemOf(row: queries.ExportedRow, framework: FrameworkRow): JsonObject {
  const source = asObject(row.source);
  // An empty hash tells that the standard was edited here since it was imported.
  if (row.source !== null && row.content_hash !== '') return source;
  return {
    ...source,
    identifier: row.identifier,
    uri: row.source_uri ?? source.uri ?? `urn:uuid:${row.identifier}`,
    CFDocumentURI: source.CFDocumentURI ?? {
      title: framework.title,
      identifier: framework.identifier,
      uri: framework.source_uri ?? `urn:uuid:${framework.identifier}`,
    },
    fullStatement: row.statement,
    ...(row.code ? { humanCodingScheme: row.code } : {}),
    ...(row.short_statement ? { abbreviatedStatement: row.short_statement } : {}),
    ...(row.label ? { alternativeLabel: row.label } : {}),
    ...(row.item_type ? { CFItemType: row.item_type } : {}),
    ...(row.list_enumeration ? { listEnumeration: row.list_enumeration } : {}),
    ...(row.notes ? { notes: row.notes } : {}),
    ...(row.subjects.length > 0 ? { subject: row.subjects } : {}),
    educationLevel: row.education_levels,
    language: row.language,
    lastChangeDateTime: row.updated_at,
  };
}

const typeNames: Readonly<Record<string, string>> = {
  is_child_of: 'isChildOf',
  is_part_of: 'isPartOf',
  is_peer_of: 'isPeerOf',
  exact_match_of: 'exactMatchOf',
  precedes: 'precedes',
  is_related_to: 'isRelatedTo',
  replaced_by: 'replacedBy',
  exemplar: 'exemplar',
  has_skill_level: 'hasSkillLevel',
  is_translation_of: 'isTranslationOf',
};

function associationOf(row: AssociationRow): JsonObject {
  if (row.source !== null) return asObject(row.source);
  return {
    identifier: row.identifier,
    uri: `urn:uuid:${row.identifier}`,
    associationType: typeNames[row.type] ?? 'isRelatedTo',
    originNodeURI: {
      identifier: row.origin_identifier,
      uri: row.origin_uri ?? `urn:uuid:${row.origin_identifier}`,
      title: '',
    },
    destinationNodeURI: {
      identifier: row.destination_identifier,
      uri: row.destination_uri ?? `urn:uuid:${row.destination_identifier}`,
      title: '',
    },
    ...(row.sequence === null ? {} : { sequenceNumber: row.sequence }),
  };
}

/** Places that no association of the package tells: standards added or moved here, and those of tables. */
function parentsOf(
  standards: readonly queries.ExportedRow[],
  associations: readonly AssociationRow[],
  framework: FrameworkRow,
): JsonObject[] {
  const identifiers = new Map(standards.map(({ id, identifier }) => [id, identifier]));
  const told = new Set(
    associations
      .filter(({ type }) => type === 'is_child_of')
      .map((link) => `${link.origin_identifier} ${link.destination_identifier}`),
  );
  return standards.flatMap((row) => {
    if (row.is_unplaced && row.parent_id === null) return [];
    const parent =
      row.parent_id === null
        ? framework.identifier
        : (identifiers.get(row.parent_id) ?? framework.identifier);
    if (told.has(`${row.identifier} ${parent}`)) return [];
    const node = (identifier: string, title: string) => ({
      title,
      identifier,
      uri: `urn:uuid:${identifier}`,
    });
    return {
      identifier: `${row.identifier}-parent`,
      uri: `urn:homeroom:parent:${row.identifier}`,
      associationType: 'isChildOf',
      originNodeURI: node(row.identifier, row.code),
      destinationNodeURI: node(parent, ''),
      sequenceNumber: row.position + 1,
      lastChangeDateTime: row.updated_at,
    };
  });
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? { ...value } : {};
}
