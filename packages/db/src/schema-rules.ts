import { type Catalog, type CatalogConstraint, type CatalogTable, isTenantTable } from './catalog.ts';
import { type SchemaExceptions, schemaExceptions } from './global-tables.ts';

const tenantPolicy = `(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;

/** Every place where a database breaks the rules of tenancy, each by name (IDN-112, OPS-76, OPS-142). */
export function schemaViolations(catalog: Catalog, allowed: SchemaExceptions = schemaExceptions): string[] {
  const tables = new Map(catalog.tables.map((table) => [table.name, table]));
  return [
    ...catalog.tables.flatMap((table) => tableViolations(table, tables, allowed)),
    ...catalog.enums.map((name) => `enum ${name}: use text with a check`),
    ...functionViolations(catalog, allowed),
    ...catalog.views.flatMap(({ name, materialized, grants }) => [
      ...(materialized ? [`materialized view ${name}: use a table with row-level security`] : []),
      ...(grants.length > 0 ? [`view ${name}: ${grants.join('; ')}: no role may read a view directly`] : []),
    ]),
    ...Object.keys(allowed.global_tables)
      .filter((name) => !tables.has(name))
      .map((name) => `global table ${name}: listed but gone`),
  ];
}

type Tables = ReadonlyMap<string, CatalogTable>;

function tableViolations(table: CatalogTable, tables: Tables, allowed: SchemaExceptions): string[] {
  const rules = [...columnRules(table), ...triggerRules(table, allowed), ...commonRules(table)];
  if (table.kind === 'partition') {
    rules.push(...table.grants.map((grant) => `partition may not be reached by its own name (${grant})`));
  } else if (table.name in allowed.global_tables) {
    rules.push(...globalRules(table, tables));
  } else if (!isTenantTable(table)) {
    rules.push('has no tenant_id and is not listed as a global table');
  } else {
    rules.push(
      ...keyRules(table),
      ...foreignKeyRules(table, tables),
      ...indexRules(table, allowed),
      ...policyRules(table),
    );
  }
  return rules.map((rule) => `${table.name}: ${rule}`);
}

function columnRules(table: CatalogTable): string[] {
  return table.columns.flatMap(({ name, type, identity, default: value }) => [
    ...(identity || value?.startsWith('nextval') ? [`column ${name} is numbered by the database`] : []),
    ...(type === 'timestamp without time zone' ? [`column ${name} has no time zone`] : []),
    ...(type === 'timestamp with time zone' && !name.endsWith('_at')
      ? [`instant ${name} does not end in _at`]
      : []),
    ...(type === 'date' && !name.endsWith('_on') ? [`date ${name} does not end in _on`] : []),
  ]);
}

function triggerRules(table: CatalogTable, allowed: SchemaExceptions): string[] {
  return table.triggers
    .filter(({ name }) => !(`${table.name}.${name}` in allowed.triggers))
    .map(({ name }) => `trigger ${name} is not listed`);
}

function commonRules(table: CatalogTable): string[] {
  return [
    ...table.constraints
      .filter(({ on_delete }) => on_delete === 'n' || on_delete === 'd')
      .map(({ name }) => `${name} sets columns on delete`),
    ...table.indexes.filter(({ valid }) => !valid).map(({ name }) => `index ${name} is invalid`),
    ...table.grants
      .filter((grant) => grant.startsWith('public:'))
      .map((grant) => `is open to everybody (${grant})`),
  ];
}

function globalRules(table: CatalogTable, tables: Tables): string[] {
  return foreignKeys(table)
    .filter(({ references }) => isTenantTable(tables.get(references ?? '')))
    .map(({ name }) => `global table refers to a tenant table (${name})`);
}

function keyRules(table: CatalogTable): string[] {
  const tenant = table.columns.find(({ name }) => name === 'tenant_id');
  const primary = table.constraints.find(({ kind }) => kind === 'primary key');
  return [
    ...(tenant?.not_null && tenant.type === 'uuid' ? [] : ['tenant_id is not "uuid not null"']),
    ...(primary?.columns[0] === 'tenant_id' ? [] : ['primary key does not begin with tenant_id']),
    ...table.constraints
      .filter(
        ({ kind, columns }) => (kind === 'unique' || kind === 'exclusion') && columns[0] !== 'tenant_id',
      )
      .map(({ name }) => `unique constraint ${name} does not begin with tenant_id`),
  ];
}

function foreignKeyRules(table: CatalogTable, tables: Tables): string[] {
  return foreignKeys(table).flatMap(({ name, columns, references, referenced_columns }) => {
    const covered = table.indexes.some((index) => {
      const leading = index.columns.slice(0, columns.length);
      return !index.partial && columns.every((column) => leading.includes(column));
    });
    const inside = columns[0] === 'tenant_id' && referenced_columns[0] === 'tenant_id';
    return [
      ...(isTenantTable(tables.get(references ?? '')) && !inside
        ? [`foreign key ${name} does not carry tenant_id`]
        : []),
      ...(covered ? [] : [`foreign key ${name} has no index`]),
    ];
  });
}

function indexRules(table: CatalogTable, allowed: SchemaExceptions): string[] {
  return table.indexes
    .filter(({ name, of_constraint }) => !of_constraint && !(name in allowed.indexes))
    .filter(({ first_column }) => first_column !== 'tenant_id')
    .map(({ name }) => `index ${name} does not begin with tenant_id`);
}

function policyRules(table: CatalogTable): string[] {
  const [policy, ...others] = table.policies;
  const exact =
    policy?.name === 'tenant_isolation' &&
    policy.permissive &&
    policy.command === '*' &&
    policy.roles.join() === 'public' &&
    policy.using === tenantPolicy &&
    policy.check === tenantPolicy;
  return [
    ...(table.row_security ? [] : ['row-level security is off']),
    ...(table.forced ? [] : ['row-level security is not forced']),
    ...(policy ? [] : ['has no policy']),
    ...(policy && !exact ? [`policy ${policy.name} is not the tenant policy`] : []),
    ...others.map(({ name }) => `has a further policy ${name}`),
  ];
}

function functionViolations({ functions }: Catalog, allowed: SchemaExceptions): string[] {
  return functions.flatMap((fn) => {
    const listed = fn.name in allowed.definer_functions;
    return [
      ...(fn.security_definer && !listed
        ? [`function ${fn.name}: runs with its owner's rights and is not listed`]
        : []),
      ...(fn.security_definer && !/SET search_path/i.test(fn.definition)
        ? [`function ${fn.name}: runs with its owner's rights without a search_path of its own`]
        : []),
      ...(fn.language === 'sql' && fn.arguments > 0
        ? [`function ${fn.name}: SQL functions may not have parameters`]
        : []),
      ...(fn.grants.some((grant) => grant.startsWith('public:'))
        ? [`function ${fn.name}: everybody may call it`]
        : []),
    ];
  });
}

function foreignKeys(table: CatalogTable): CatalogConstraint[] {
  return table.constraints.filter(({ kind }) => kind === 'foreign key');
}
