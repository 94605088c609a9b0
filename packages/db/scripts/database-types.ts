import { type Catalog, type CatalogColumn, type CatalogTable, isTenantTable } from '../src/catalog.ts';

const heading = `// Generated from the migrated database by \`npm run generate\`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** Arrays are written with JSON.stringify: the driver would send them as SQL arrays. */
export type Json = ColumnType<JsonValue, string | Record<string, unknown>, string | Record<string, unknown>>;
/** Read as ISO 8601 text in UTC. */
export type Timestamp = ColumnType<string, string | Date, string | Date>;
/** Read as text, so that no digit is lost. */
export type Numeric = ColumnType<string, string | number, string | number>;
type GeneratedOf<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : never;
type NullableOf<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S | null, I | null | undefined, U | null>
  : never;
`;

const plainTypes: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  inet: 'string',
  cidr: 'string',
  interval: 'string',
  tsvector: 'string',
  'time without time zone': 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  real: 'number',
  bytea: 'Buffer',
};

const wrappedTypes: Record<string, string> = {
  'timestamp with time zone': 'Timestamp',
  jsonb: 'Json',
  json: 'Json',
  numeric: 'Numeric',
};

/** Column types for the query builder, and the list of tables that belong to a tenant. */
export function renderDatabaseTypes(catalog: Catalog): string {
  const tables = catalog.tables.filter(({ kind }) => kind !== 'partition');
  const tenantTables = tables.filter(isTenantTable).map(({ name }) => `  '${name}',\n`);
  const interfaces = tables.map((table) => {
    const columns = table.columns.map((column) => `  ${column.name}: ${columnType(table, column)};\n`);
    return `export interface ${interfaceName(table.name)} {\n${columns.join('')}}\n`;
  });
  const members = tables.map(({ name }) => `  ${name}: ${interfaceName(name)};\n`);
  return [
    heading,
    ...interfaces,
    `export interface Database {\n${members.join('')}}\n`,
    `/** Tables with a tenant_id of their own; every statement on them carries the tenant. */`,
    `export const tenantTables: ReadonlySet<string> = new Set([\n${tenantTables.join('')}]);\n`,
  ].join('\n');
}

function interfaceName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}

function columnType(table: CatalogTable, column: CatalogColumn): string {
  // Inside a tenant transaction the query builder fills it in.
  if (column.name === 'tenant_id' && isTenantTable(table)) return 'Generated<string>';
  const base = column.type.replace(/\(.*\)/, '');
  const wrapped = wrappedTypes[base];
  const hasDefault = column.default !== null || column.identity;
  if (wrapped) {
    if (!column.not_null) return `NullableOf<${wrapped}>`;
    return hasDefault ? `GeneratedOf<${wrapped}>` : wrapped;
  }
  const plain = allowedValues(table, column) ?? arrayType(base) ?? plainTypes[base];
  if (!plain) throw new Error(`${table.name}.${column.name}: no TypeScript type for ${column.type}`);
  const type = column.not_null ? plain : `${plain} | null`;
  if (column.generated) return `ColumnType<${type}, never, never>`;
  return hasDefault && column.not_null ? `Generated<${type}>` : type;
}

function arrayType(type: string): string | undefined {
  const element = type.endsWith('[]') ? plainTypes[type.slice(0, -2)] : undefined;
  return element && `${element}[]`;
}

// `check (state in ('active', 'archived'))` becomes the union of these values.
function allowedValues(table: CatalogTable, column: CatalogColumn): string | undefined {
  if (column.type !== 'text') return undefined;
  const shape = new RegExp(
    `^CHECK \\(\\(${column.name} = ANY \\(ARRAY\\[(('(?:[^']|'')*'::text(?:, )?)+)\\]\\)\\)\\)$`,
  );
  for (const { kind, definition } of table.constraints) {
    const list = kind === 'check' ? shape.exec(definition)?.[1] : undefined;
    if (list) return list.replaceAll('::text', '').replaceAll(', ', ' | ').replaceAll("''", "\\'");
  }
  return undefined;
}
