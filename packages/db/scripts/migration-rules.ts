import { parseSync } from 'libpg-query';
import { globalTables, vendorSchemas } from '../src/global-tables.ts';
import type { MigrationFile } from '../src/migration-files.ts';

export interface Finding {
  file: string;
  rule: string;
  message: string;
}

type Node = Record<string, unknown>;
type Report = (rule: string, message: string) => void;

interface Constraint {
  contype: string;
  conname?: string;
  keys?: { String: { sval: string } }[];
  fk_attrs?: { String: { sval: string } }[];
  pktable?: { relname: string };
  fk_del_action?: string;
}

/** What the general lint cannot know: tenancy, the cluster, and how this project runs its steps (OPS-90). */
export function projectFindings(file: MigrationFile): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (rule, message) => findings.push({ file: file.name, rule, message });
  if (/squawk-ignore/.test(file.sql))
    report('exemption-form', 'write "-- lint-exempt: rule: reason" instead');
  const statements = readStatements(file.sql).flatMap(({ node, of_vendor }) => (of_vendor ? [] : [node]));
  const protectedTables = new Set(
    [...file.sql.matchAll(/app\.protect_tenant_table\('(\w+)'\)/g)].map((match) => match[1]),
  );
  for (const statement of statements) {
    const [kind, body] = Object.entries(statement)[0] as [string, Node];
    if (kind === 'CreateStmt') createTable(body, protectedTables, report);
    if (kind === 'IndexStmt') createIndex(body, file, report);
    if (kind === 'AlterTableStmt') alterTable(body, report);
    const refusal = refusedStatements[kind]?.(body);
    if (refusal) report(...refusal);
  }
  if (!file.in_transaction) alone(statements, report);
  return findings;
}

interface Statement {
  node: Node;
  first_line: number;
  last_line: number;
  /** Makes or changes something in the schema of a library, whose design is not ours. */
  of_vendor: boolean;
}

export function readStatements(sql: string): Statement[] {
  const bytes = Buffer.from(sql);
  const parsed = parseSync(sql) as unknown as {
    stmts: { stmt: Node; stmt_location?: number; stmt_len?: number }[];
  };
  return parsed.stmts.map(({ stmt, stmt_location = 0, stmt_len = bytes.length }) => {
    const before = bytes.subarray(0, stmt_location).toString();
    const text = bytes.subarray(stmt_location, stmt_location + stmt_len).toString();
    const bare = text.replace(/^\s*--.*$/gm, '').trim();
    const first_line = before.split('\n').length;
    return {
      node: stmt,
      first_line,
      last_line: first_line + text.split('\n').length - 1,
      of_vendor: Object.keys(vendorSchemas).some((schema) =>
        new RegExp(`^(create|alter)\\b[^(]*\\b${schema}\\.`, 'i').test(bare),
      ),
    };
  });
}

const refusedStatements: Record<string, (body: Node) => [rule: string, message: string] | undefined> = {
  CreateEnumStmt: () => [
    'no-enum',
    'an enum cannot use an index under row-level security: text with a check',
  ],
  CreateTrigStmt: () => [
    'no-trigger',
    'a trigger fires again when a table is distributed: keep the fact in the service',
  ],
  MergeStmt: () => ['no-merge', 'MERGE is not available on a cluster'],
  TransactionStmt: () => ['no-transaction', 'the migrator opens and ends the transaction'],
  UpdateStmt: () => ['no-backfill', 'data is changed by a job, in batches (OPS-86, OPS-91)'],
  DeleteStmt: () => ['no-backfill', 'data is removed by a job, in batches (OPS-86, OPS-91)'],
  InsertStmt: (body) =>
    (body.selectStmt as { SelectStmt?: Node } | undefined)?.SelectStmt?.fromClause
      ? ['no-backfill', 'data is copied by a job, in batches (OPS-86, OPS-91)']
      : undefined,
  CreateTableAsStmt: (body) =>
    body.objtype === 'OBJECT_MATVIEW'
      ? ['no-materialized-view', 'a materialized view knows no tenant: a table filled by a job']
      : ['no-create-table-as', 'write the columns down'],
  CreateFunctionStmt: (body) => {
    const options = JSON.stringify(body.options ?? []);
    const isSql = /"defname":"language","arg":\{"String":\{"sval":"sql"/.test(options);
    return isSql && body.parameters
      ? ['no-sql-function-parameters', 'a cluster does not run SQL functions with parameters: plpgsql']
      : undefined;
  },
};

function createTable(body: Node, protectedTables: ReadonlySet<string | undefined>, report: Report): void {
  const { relname: table } = body.relation as { relname: string };
  const columns = elements(body, 'ColumnDef') as {
    colname: string;
    constraints?: { Constraint: Constraint }[];
  }[];
  const constraints = [
    ...(elements(body, 'Constraint') as unknown as Constraint[]),
    ...columns.flatMap(({ colname, constraints: own = [] }) =>
      own.map(({ Constraint }) => ({
        keys: [{ String: { sval: colname } }],
        fk_attrs: [{ String: { sval: colname } }],
        ...Constraint,
      })),
    ),
  ];
  for (const { contype, fk_del_action } of constraints) {
    if (contype === 'CONSTR_IDENTITY') report('no-identity', `${table}: ids are made by the application`);
    if (fk_del_action === 'n' || fk_del_action === 'd')
      report('no-set-null', `${table}: a cluster refuses on delete set null`);
  }
  if (table in globalTables || body.partbound) return;

  const tenant = columns.find(({ colname }) => colname === 'tenant_id');
  const tenantRules = tenant?.constraints?.map(({ Constraint }) => Constraint.contype) ?? [];
  if (!tenantRules.includes('CONSTR_NOTNULL')) {
    report('tenant-id', `${table}: has no "tenant_id uuid not null" and is not listed in global-tables.ts`);
    return;
  }
  if (!protectedTables.has(table))
    report('tenant-policy', `${table}: select app.protect_tenant_table('${table}') is missing`);
  const primary = constraints.find(({ contype }) => contype === 'CONSTR_PRIMARY');
  if (first(primary?.keys) !== 'tenant_id')
    report('tenant-key', `${table}: the primary key does not begin with tenant_id`);
  for (const constraint of constraints) tenantConstraint(table, constraint, report);
}

function tenantConstraint(table: string, constraint: Constraint, report: Report): void {
  const { contype, keys, fk_attrs, pktable } = constraint;
  if (contype === 'CONSTR_UNIQUE' && first(keys) !== 'tenant_id') {
    report('tenant-unique', `${table}: unique (${first(keys)}, …) does not begin with tenant_id`);
  }
  if (
    contype === 'CONSTR_FOREIGN' &&
    first(fk_attrs) !== 'tenant_id' &&
    !((pktable?.relname ?? '') in globalTables)
  ) {
    report(
      'tenant-foreign-key',
      `${table}: the foreign key to ${pktable?.relname} does not begin with tenant_id`,
    );
  }
}

function createIndex(body: Node, file: MigrationFile, report: Report): void {
  const { relname: table } = body.relation as { relname: string };
  const name = body.idxname as string;
  const column = (body.indexParams as { IndexElem: { name?: string } }[])[0]?.IndexElem.name;
  if (!(table in globalTables) && column !== 'tenant_id') {
    report(
      body.unique ? 'tenant-unique' : 'tenant-index',
      `${name}: an index on ${table} begins with tenant_id`,
    );
  }
  if (body.concurrent && (file.in_transaction || !body.if_not_exists)) {
    report('concurrent-form', `${name}: needs "-- transaction: none" and "if not exists"`);
  }
}

function alterTable(body: Node, report: Report): void {
  const { relname: table } = body.relation as { relname: string };
  const commands =
    (body.cmds as { AlterTableCmd: { subtype: string; def?: { Constraint?: Constraint } } }[]) ?? [];
  if (commands.length > 1) report('one-action', `${table}: a cluster takes one action in one ALTER`);
  for (const { AlterTableCmd } of commands) {
    const constraint = AlterTableCmd.def?.Constraint;
    if (!constraint || table in globalTables) continue;
    if (constraint.fk_del_action === 'n' || constraint.fk_del_action === 'd') {
      report('no-set-null', `${table}: a cluster refuses on delete set null`);
    }
    tenantConstraint(table, constraint, report);
  }
  if (commands.some(({ AlterTableCmd }) => /RowSecurity$/.test(AlterTableCmd.subtype))) {
    report('tenant-policy', `${table}: row-level security is set by app.protect_tenant_table() alone`);
  }
}

// Without a transaction a file can stop half-way, so it holds only what may be repeated.
function alone(statements: Node[], report: Report): void {
  for (const statement of statements) {
    const [kind, body] = Object.entries(statement)[0] as [string, Node];
    const repeatable =
      (kind === 'IndexStmt' && body.concurrent) ||
      (kind === 'DropStmt' && body.concurrent && body.missing_ok) ||
      (kind === 'AlterTableStmt' && JSON.stringify(body.cmds).includes('AT_ValidateConstraint'));
    if (!repeatable)
      report('alone', `${kind}: "transaction: none" is for concurrent index builds and validation only`);
  }
}

function elements(body: Node, kind: string): Node[] {
  return ((body.tableElts ?? []) as Node[]).flatMap((element) =>
    element[kind] ? [element[kind] as Node] : [],
  );
}

function first(keys: { String: { sval: string } }[] | undefined): string | undefined {
  return keys?.[0]?.String.sval;
}
