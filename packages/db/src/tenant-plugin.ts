import {
  AliasNode,
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  type DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  ParensNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  PrimitiveValueListNode,
  type QueryId,
  type QueryResult,
  ReferenceNode,
  type RootOperationNode,
  type SelectQueryNode,
  TableNode,
  type UnknownRow,
  type UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';
import { tenantTables } from './types.ts';

/**
 * Adds `tenant_id` to every tenant table a query touches. Row-level security is the net underneath; the
 * explicit condition lets PostgreSQL use the leading index column and Citus route to one shard.
 */
export class TenantPlugin implements KyselyPlugin {
  readonly #transformer: TenantTransformer;

  constructor(tenantId: string) {
    this.#transformer = new TenantTransformer(tenantId);
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(args.node, args.queryId);
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}

class TenantTransformer extends OperationNodeTransformer {
  readonly #tenantId: string;

  constructor(tenantId: string) {
    super();
    this.#tenantId = tenantId;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const select = super.transformSelectQuery(node, queryId);
    return this.#withCondition(select, select.from?.froms ?? []);
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const update = super.transformUpdateQuery(node, queryId);
    const targets = update.table ? [update.table] : [];
    return this.#withCondition(update, [...targets, ...(update.from?.froms ?? [])]);
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const removal = super.transformDeleteQuery(node, queryId);
    return this.#withCondition(removal, [...removal.from.froms, ...(removal.using?.tables ?? [])]);
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    const condition = this.#conditionFor(join.table);
    if (!condition) return join;
    if (join.joinType === 'CrossJoin')
      throw new Error('A tenant table cannot be cross joined: use an inner join');
    return JoinNode.cloneWithOn(join, condition);
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    const insert = super.transformInsertQuery(node, queryId);
    if (!insert.into || !isTenantTable(insert.into)) return insert;
    if (insert.columns?.some((column) => column.column.name === 'tenant_id')) return insert;
    if (!insert.values || !ValuesNode.is(insert.values)) {
      throw new Error('An insert from a query must select tenant_id itself');
    }
    const rows = insert.values.values.map((row) =>
      PrimitiveValueListNode.is(row)
        ? PrimitiveValueListNode.create([this.#tenantId, ...row.values])
        : ValueListNode.create([ValueNode.create(this.#tenantId), ...row.values]),
    );
    return InsertQueryNode.cloneWith(insert, {
      columns: [ColumnNode.create('tenant_id'), ...(insert.columns ?? [])],
      values: ValuesNode.create(rows),
    });
  }

  #withCondition<N extends SelectQueryNode | UpdateQueryNode | DeleteQueryNode>(
    node: N,
    tables: readonly OperationNode[],
  ): N {
    const conditions = tables.flatMap((table) => this.#conditionFor(table) ?? []);
    if (conditions.length === 0) return node;
    const tenant = conditions.reduce((left, right) => AndNode.create(left, right));
    const where = node.where ? AndNode.create(tenant, ParensNode.create(node.where.where)) : tenant;
    return { ...node, where: WhereNode.create(where) };
  }

  #conditionFor(node: OperationNode): OperationNode | undefined {
    const named = AliasNode.is(node) ? node.node : node;
    if (!TableNode.is(named) || !isTenantTable(named)) return undefined;
    const alias = AliasNode.is(node) && IdentifierNode.is(node.alias) ? node.alias.name : undefined;
    const table = alias === undefined ? named : TableNode.create(alias);
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create('tenant_id'), table),
      OperatorNode.create('='),
      ValueNode.create(this.#tenantId),
    );
  }
}

function isTenantTable(node: TableNode): boolean {
  return tenantTables.has(node.table.identifier.name);
}
