import { loadModule, parseSync } from 'libpg-query';

type Node = Record<string, unknown>;

export interface SqlTemplate {
  text: string;
  line: number;
}

/** The `sql` templates of a source file, with every inserted value replaced by a parameter. */
export function sqlTemplates(source: string): SqlTemplate[] {
  const found: SqlTemplate[] = [];
  for (const match of source.matchAll(/\bsql(?:<[^`;]*?>)?`/g)) {
    const start = match.index + match[0].length;
    found.push({ text: templateText(source, start), line: source.slice(0, start).split('\n').length });
  }
  return found;
}

function templateText(source: string, start: number): string {
  let text = '';
  for (let at = start; at < source.length; at += 1) {
    const character = source[at];
    if (character === '`') return text;
    if (character === '\\') at += 1;
    if (character === '$' && source[at + 1] === '{') {
      at = closingBrace(source, at + 1);
      text += '$1';
    } else text += source[at];
  }
  return text;
}

function closingBrace(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return source.length;
}

/** Why a raw statement or a piece of one reaches a tenant table without naming the tenant; empty when it does not. */
export async function tenantViolations(text: string, tenantTables: ReadonlySet<string>): Promise<string[]> {
  await loadModule();
  // A template may be a whole statement or only an expression, a condition, an order, named parts or a join.
  const piece = withoutPieces(text);
  const readings = [
    piece,
    `select ${piece}`,
    `select 1 where ${piece}`,
    `select 1 order by ${piece}`,
    `with ${piece} select 1`,
    `select 1 from inserted ${piece}`,
  ];
  for (const reading of readings) {
    const tree = tryParse(reading);
    if (tree) return statements(tree, new Set()).flatMap((scope) => unfiltered(scope, tenantTables));
  }
  const named = [...tenantTables].filter((table) =>
    new RegExp(`\\b(from|join|into|update|using)\\s+"?${table}\\b`, 'i').test(text),
  );
  return named.map((table) => `${table}: the statement cannot be read by the parser, so nobody can tell`);
}

/** Named parts and joins that are inserted are templates of their own and read there. */
function withoutPieces(text: string): string {
  return text
    .replace(/\bwith\s+\$1\s*,/gi, 'with inserted as (select 1),')
    .replace(/([\w)])\s+\$1(?=\s+(?:\$1\s+)?where\b)/gi, (_, before: string) => before);
}

function tryParse(sql: string): Node | undefined {
  try {
    return parseSync(sql) as unknown as Node;
  } catch {
    return undefined;
  }
}

interface Scope {
  kind: string;
  body: Node;
  local_names: ReadonlySet<string>;
}

const statementKinds = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];

// Every query level of a statement, each with the names that mean a WITH query instead of a table.
function statements(node: unknown, localNames: ReadonlySet<string>): Scope[] {
  if (Array.isArray(node)) return node.flatMap((part) => statements(part, localNames));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([kind, body]) => {
    const isStatement = statementKinds.includes(kind) || isSetOperand(kind, body);
    if (!isStatement) return statements(body, localNames);
    const names = new Set([...localNames, ...withNames(body as Node)]);
    return [
      { kind: isSetOperand(kind, body) ? 'SelectStmt' : kind, body: body as Node, local_names: names },
      ...statements(body, names),
    ];
  });
}

// The two sides of a UNION are select statements without the usual wrapper.
function isSetOperand(kind: string, body: unknown): boolean {
  return (kind === 'larg' || kind === 'rarg') && typeof body === 'object' && body !== null && 'op' in body;
}

function withNames(body: Node): string[] {
  const ctes = (body.withClause as { ctes?: Node[] } | undefined)?.ctes ?? [];
  return ctes.map((cte) => (cte.CommonTableExpr as { ctename: string }).ctename);
}

function unfiltered({ kind, body, local_names }: Scope, tenantTables: ReadonlySet<string>): string[] {
  const relation = body.relation as RangeVar | undefined;
  const isTenant = ({ relname }: RangeVar) => tenantTables.has(relname) && !local_names.has(relname);
  if (kind === 'MergeStmt') return ['MERGE is not available on a cluster'];
  if (kind === 'InsertStmt') {
    const columns = ((body.cols ?? []) as { ResTarget: { name: string } }[]).map(
      ({ ResTarget }) => ResTarget.name,
    );
    return relation && isTenant(relation) && !columns.includes('tenant_id')
      ? [`${relation.relname}: inserted without tenant_id`]
      : [];
  }
  const tables = [...(relation ? [relation] : []), ...rangeVars([body.fromClause, body.usingClause])];
  const filters = [body.whereClause, ...joinConditions([body.fromClause, body.usingClause])].flatMap(
    tenantReferences,
  );
  return tables
    .filter(isTenant)
    .filter((table) => {
      const alias = table.alias?.aliasname ?? table.relname;
      return !filters.includes(alias) && !(tables.length === 1 && filters.includes(''));
    })
    .map(({ relname }) => `${relname}: no condition on its tenant_id`);
}

interface RangeVar {
  relname: string;
  alias?: { aliasname: string };
}

function rangeVars(node: unknown): RangeVar[] {
  return collect(node, 'RangeVar', ['SelectStmt']) as unknown as RangeVar[];
}

function joinConditions(node: unknown): unknown[] {
  return collect(node, 'JoinExpr', ['SelectStmt']).map(({ quals }) => quals);
}

// The qualifiers of `x.tenant_id = …` ('' when unqualified), not looking into subqueries.
function tenantReferences(condition: unknown): string[] {
  const equalities = collect(condition, 'A_Expr', ['SelectStmt', 'SubLink']).filter(
    ({ kind, name }) => kind === 'AEXPR_OP' && JSON.stringify(name).includes('"="'),
  );
  return equalities
    .flatMap(({ lexpr, rexpr }) => [lexpr, rexpr])
    .map((side) => ((side as Node | undefined)?.ColumnRef as { fields: Node[] } | undefined)?.fields ?? [])
    .map((fields) => fields.map((field) => (field.String as { sval?: string } | undefined)?.sval))
    .filter((path) => path.at(-1) === 'tenant_id')
    .map((path) => path.at(-2) ?? '');
}

function collect(node: unknown, wanted: string, closed: string[]): Node[] {
  if (Array.isArray(node)) return node.flatMap((part) => collect(part, wanted, closed));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([kind, body]) => [
    ...(kind === wanted ? [body as Node] : []),
    ...(closed.includes(kind) ? [] : collect(body, wanted, closed)),
  ]);
}
