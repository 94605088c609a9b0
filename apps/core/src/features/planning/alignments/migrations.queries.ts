import { newId, type Transaction } from '@k12/db';
import { sql } from 'kysely';
import { Problem } from '../../../platform/errors.ts';

export interface Move {
  alignment_id: string;
  from_standard_id: string;
  to_standard_id: string;
  /** The target was aligned to the replacement already: this row was removed and comes back on undo. */
  removed: Record<string, unknown> | null;
}

/** Each replaced standard of a framework with its first active replacement, and how much is aligned to it (PLN-81). */
export async function listOffers(tx: Transaction, frameworkId: string, only: readonly string[] | null) {
  const { rows } = await sql<{ from_id: string; to_id: string; alignments_count: number }>`
    select offer.from_id, offer.to_id, count(*)::int as alignments_count
    from (
      select distinct on (replaced.id) replaced.id as from_id, replacing.id as to_id
      from standards replaced
      join standard_associations link on link.tenant_id = app.current_tenant()
        and link.origin_identifier = replaced.identifier and link.type = 'replaced_by'
      join standards replacing on replacing.tenant_id = app.current_tenant()
        and replacing.identifier = link.destination_identifier and replacing.state = 'active'
        and replacing.id <> replaced.id
      where replaced.tenant_id = app.current_tenant() and replaced.framework_id = ${frameworkId}::uuid
        and (${only === null}::boolean or replaced.id = any(${only ?? []}::uuid[]))
      order by replaced.id, link.sequence nulls last, replacing.id
    ) offer
    join standard_alignments alignment
      on alignment.tenant_id = app.current_tenant() and alignment.standard_id = offer.from_id
    group by offer.from_id, offer.to_id
    order by offer.from_id`.execute(tx);
  return rows;
}

/** Set-wise: rows that would stand twice go, the others change their standard; what was done is given back. */
export async function moveAlignments(
  tx: Transaction,
  offers: readonly { from_id: string; to_id: string }[],
): Promise<Move[]> {
  const offered = JSON.stringify(offers);
  const removed = await sql<{ row: Record<string, unknown>; to_id: string }>`
    delete from standard_alignments alignment
    using jsonb_to_recordset(${offered}::jsonb) as offer(from_id uuid, to_id uuid)
    where alignment.tenant_id = app.current_tenant() and alignment.standard_id = offer.from_id and exists (
      select from standard_alignments other
      where other.tenant_id = app.current_tenant() and other.target_id = alignment.target_id
        and other.target_type = alignment.target_type and other.standard_id = offer.to_id
    )
    returning to_jsonb(alignment) as row, offer.to_id`.execute(tx);
  const moved = await sql<{ id: string; from_id: string; to_id: string }>`
    update standard_alignments alignment set standard_id = offer.to_id
    from jsonb_to_recordset(${offered}::jsonb) as offer(from_id uuid, to_id uuid)
    where alignment.tenant_id = app.current_tenant() and alignment.standard_id = offer.from_id
    returning alignment.id, offer.from_id, offer.to_id`.execute(tx);
  return [
    ...removed.rows.map(({ row, to_id }) => ({
      alignment_id: String(row.id),
      from_standard_id: String(row.standard_id),
      to_standard_id: to_id,
      removed: row,
    })),
    ...moved.rows.map(({ id, from_id, to_id }) => ({
      alignment_id: id,
      from_standard_id: from_id,
      to_standard_id: to_id,
      removed: null,
    })),
  ];
}

/** What was taken away or aligned anew since stays as it is now. */
export async function undoMoves(tx: Transaction, moves: readonly Move[]): Promise<void> {
  const moved = moves.filter(({ removed }) => removed === null);
  await sql`
    update standard_alignments alignment set standard_id = move.from_standard_id
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as move(alignment_id uuid, from_standard_id uuid, to_standard_id uuid)
    where alignment.tenant_id = app.current_tenant() and alignment.id = move.alignment_id
      and alignment.standard_id = move.to_standard_id
      and not exists (
        select from standard_alignments other
        where other.tenant_id = app.current_tenant() and other.target_id = alignment.target_id
          and other.target_type = alignment.target_type and other.standard_id = move.from_standard_id
      )`.execute(tx);
  const removed = moves.flatMap(({ removed: row }) => (row === null ? [] : [row]));
  await sql`
    insert into standard_alignments
      (tenant_id, id, standard_id, target_type, target_id, emphasis, note, source, created_by, created_at)
    select app.current_tenant(), id, standard_id, target_type, target_id, emphasis, note, source, created_by, created_at
    from jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as row(
      id uuid, standard_id uuid, target_type text, target_id uuid, emphasis text, note text, source text,
      created_by uuid, created_at timestamptz
    )
    on conflict do nothing`.execute(tx);
}

interface NewMigration {
  framework_id: string;
  moves: readonly Move[];
  created_by: string;
  created_at: string;
  undo_until_at: string;
}

export function createMigration(tx: Transaction, { moves, ...row }: NewMigration) {
  return tx
    .insertInto('alignment_migrations')
    .values({ id: newId(), ...row, moves: JSON.stringify(moves), moved_count: moves.length })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function listMigrations(tx: Transaction, frameworkId: string, now: string) {
  return tx
    .selectFrom('alignment_migrations')
    .select(['id', 'moved_count', 'created_at', 'undo_until_at', 'undone_at'])
    .where('framework_id', '=', frameworkId)
    .where('undo_until_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
}

export async function selectMigration(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('alignment_migrations')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export function markUndone(tx: Transaction, id: string, undone_at: string) {
  return tx
    .updateTable('alignment_migrations')
    .set({ undone_at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
