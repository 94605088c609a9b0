import type pg from 'pg';
import { globalTables } from './global-tables.ts';

/** What the database says about itself. The generated files and the schema rules both read this. */
export interface Catalog {
  tables: CatalogTable[];
  functions: CatalogFunction[];
  views: CatalogView[];
  enums: string[];
}

export interface CatalogTable {
  name: string;
  kind: 'table' | 'partitioned' | 'partition';
  partition_key: string | null;
  row_security: boolean;
  forced: boolean;
  comment: string | null;
  grants: string[];
  columns: CatalogColumn[];
  constraints: CatalogConstraint[];
  indexes: CatalogIndex[];
  policies: CatalogPolicy[];
  triggers: { name: string; definition: string }[];
}

export interface CatalogColumn {
  name: string;
  type: string;
  not_null: boolean;
  default: string | null;
  generated: boolean;
  identity: boolean;
  comment: string | null;
}

export interface CatalogConstraint {
  name: string;
  kind: 'primary key' | 'unique' | 'foreign key' | 'check' | 'exclusion';
  definition: string;
  columns: string[];
  references: string | null;
  referenced_columns: string[];
  on_delete: string;
  validated: boolean;
}

export interface CatalogIndex {
  name: string;
  definition: string;
  unique: boolean;
  valid: boolean;
  first_column: string | null;
  columns: string[];
  of_constraint: boolean;
  partial: boolean;
}

export interface CatalogPolicy {
  name: string;
  permissive: boolean;
  command: string;
  roles: string[];
  using: string | null;
  check: string | null;
}

export interface CatalogFunction {
  name: string;
  definition: string;
  owner: string;
  security_definer: boolean;
  language: string;
  arguments: number;
  grants: string[];
}

export interface CatalogView {
  name: string;
  materialized: boolean;
  definition: string;
  grants: string[];
}

const grantsOf = (acl: string) => `
  (select coalesce(array_agg(line order by line), '{}') from (
    select case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ': ' ||
      string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as line
    from aclexplode(${acl}) a
    where a.grantee::regrole::text <> 'homeroom_owner'
    group by a.grantee
  ) granted)`;

const namesOf = (relation: string, numbers: string) => `
  (select coalesce(array_agg(a.attname::text order by n.position), '{}')
   from unnest(${numbers}) with ordinality n(number, position)
   join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number)`;

const columns = `
  select coalesce(json_agg(json_build_object(
    'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'not_null', a.attnotnull,
    'default', pg_get_expr(d.adbin, d.adrelid), 'generated', a.attgenerated <> '', 'identity', a.attidentity <> '',
    'comment', col_description(c.oid, a.attnum)) order by a.attnum), '[]')
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`;

// Not-null constraints (kind n, new in PostgreSQL 18) are told by the columns.
const constraints = `
  select coalesce(json_agg(json_build_object(
    'name', k.conname,
    'kind', case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key'
      when 'c' then 'check' when 'x' then 'exclusion' end,
    'definition', pg_get_constraintdef(k.oid), 'columns', ${namesOf('k.conrelid', 'k.conkey')},
    'references', r.relname, 'referenced_columns', ${namesOf('k.confrelid', 'k.confkey')},
    'on_delete', k.confdeltype, 'validated', k.convalidated)
    order by position(k.contype::text in 'pufcx'), k.conname), '[]')
  from pg_constraint k left join pg_class r on r.oid = k.confrelid
  where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')`;

const indexes = `
  select coalesce(json_agg(json_build_object(
    'name', i.relname, 'definition', pg_get_indexdef(x.indexrelid), 'unique', x.indisunique, 'valid', x.indisvalid,
    'partial', x.indpred is not null,
    'first_column', (select attname from pg_attribute where attrelid = x.indrelid and attnum = x.indkey[0]),
    'columns', ${namesOf('x.indrelid', 'x.indkey::int2[]')},
    'of_constraint', exists (select from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u', 'x')))
    order by i.relname), '[]')
  from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid`;

const policies = `
  select coalesce(json_agg(json_build_object(
    'name', p.polname, 'permissive', p.polpermissive, 'command', p.polcmd,
    'roles', (select array_agg(case when r = 0 then 'public' else r::regrole::text end) from unnest(p.polroles) r),
    'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))
    order by p.polname), '[]')
  from pg_policy p where p.polrelid = c.oid`;

const triggers = `
  select coalesce(json_agg(json_build_object(
    'name', t.tgname, 'definition', pg_get_triggerdef(t.oid)) order by t.tgname), '[]')
  from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal`;

const tables = `
  select c.relname as name,
    case when c.relispartition then 'partition' when c.relkind = 'p' then 'partitioned' else 'table' end as kind,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_key,
    c.relrowsecurity as row_security, c.relforcerowsecurity as forced, obj_description(c.oid) as comment,
    ${grantsOf('c.relacl')} as grants, (${columns}) as columns, (${constraints}) as constraints,
    (${indexes}) as indexes, (${policies}) as policies, (${triggers}) as triggers
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname`;

const ofNoExtension = (catalog: string, oid: string) =>
  `not exists (select from pg_depend where classid = '${catalog}'::regclass and objid = ${oid} and deptype = 'e')`;

const functions = `
  select n.nspname || '.' || p.proname as name, pg_get_functiondef(p.oid) as definition,
    p.proowner::regrole::text as owner, p.prosecdef as security_definer, l.lanname as language,
    p.pronargs as arguments, ${grantsOf('p.proacl')} as grants
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
  where n.nspname in ('app', 'public') and p.prokind in ('f', 'p') and ${ofNoExtension('pg_proc', 'p.oid')}
  order by 1, pg_get_function_identity_arguments(p.oid)`;

const views = `
  select c.relname as name, c.relkind = 'm' as materialized, pg_get_viewdef(c.oid) as definition,
    ${grantsOf('c.relacl')} as grants
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and ${ofNoExtension('pg_class', 'c.oid')}
  order by c.relname`;

const enums = `
  select t.typname as name from pg_type t
  where t.typtype = 'e' and t.typnamespace in ('public'::regnamespace, 'app'::regnamespace) order by 1`;

export async function readCatalog(database: pg.ClientBase | pg.Pool): Promise<Catalog> {
  return {
    tables: (await database.query<CatalogTable>(tables)).rows,
    functions: (await database.query<CatalogFunction>(functions)).rows,
    views: (await database.query<CatalogView>(views)).rows,
    enums: (await database.query<{ name: string }>(enums)).rows.map(({ name }) => name),
  };
}

/** A table whose rows belong to tenants. A table with tenant_id is one unless it is listed as global. */
export function isTenantTable(table: CatalogTable | undefined): boolean {
  if (!table || table.name in globalTables) return false;
  return table.columns.some(({ name }) => name === 'tenant_id');
}
