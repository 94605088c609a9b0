import type { Catalog, CatalogColumn, CatalogFunction, CatalogTable, CatalogView } from '../src/catalog.ts';

const heading = '-- Generated from the migrated database by `npm run generate`. Do not edit.\n';

/** The whole schema as one readable file, the same for the same migrations on every machine. */
export function renderSchemaSql(catalog: Catalog): string {
  const parts = [
    ...catalog.functions.map(renderFunction),
    // Partitions come and go with time; their parent says all there is to say.
    ...catalog.tables.filter(({ kind }) => kind !== 'partition').map(renderTable),
    ...catalog.views.map(renderView),
  ];
  return `${[heading, ...parts].join('\n')}`;
}

function renderTable(table: CatalogTable): string {
  const lines = [
    ...table.columns.map(renderColumn),
    ...table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ];
  const partition = table.partition_key ? ` partition by ${table.partition_key}` : '';
  const statements = [
    `create table ${table.name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)${partition}`,
    ...table.indexes.filter((index) => !index.of_constraint).map((index) => index.definition),
    ...(table.row_security ? [`alter table ${table.name} enable row level security`] : []),
    ...(table.forced ? [`alter table ${table.name} force row level security`] : []),
    ...table.policies.map(
      (policy) =>
        `create policy ${policy.name} on ${table.name}${policy.using ? ` using ${policy.using}` : ''}` +
        `${policy.check ? ` with check ${policy.check}` : ''}`,
    ),
    ...table.triggers.map(({ definition }) => definition),
    ...renderGrants(table.name, table.grants),
  ];
  return statements.map((statement) => `${statement};\n`).join('');
}

function renderColumn(column: CatalogColumn): string {
  const expression = column.generated
    ? `generated always as (${column.default}) stored`
    : `default ${column.default}`;
  return [
    column.name,
    column.type,
    ...(column.default === null ? [] : [expression]),
    ...(column.identity ? ['generated as identity'] : []),
    ...(column.not_null ? ['not null'] : []),
  ].join(' ');
}

function renderFunction(fn: CatalogFunction): string {
  const owner = fn.owner === 'homeroom_owner' ? '' : `alter function ${fn.name} owner to ${fn.owner};\n`;
  const grants = renderGrants(`function ${fn.name}`, fn.grants).map((line) => `${line};\n`);
  return `${fn.definition.trimEnd()};\n${owner}${grants.join('')}`;
}

function renderView(view: CatalogView): string {
  const kind = view.materialized ? 'materialized view' : 'view';
  const grants = renderGrants(view.name, view.grants).map((line) => `${line};\n`);
  return `create ${kind} ${view.name} as\n${view.definition}\n${grants.join('')}`;
}

function renderGrants(target: string, grants: string[]): string[] {
  return grants.map((grant) => {
    const [role, rights] = grant.split(': ');
    return `grant ${rights} on ${target} to ${role}`;
  });
}
