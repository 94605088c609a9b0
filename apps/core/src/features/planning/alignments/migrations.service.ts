import type { AlignmentMigration, MigrationRecord } from '@k12/contracts/planning/alignments';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { selectChangeableFramework } from '../standards/frameworks.service.ts';
import { summariesOf } from '../standards/standards.service.ts';
import * as queries from './migrations.queries.ts';

const undoDays = 30;

interface Given {
  framework_id: string;
  dry_run: boolean;
  standard_ids?: string[] | undefined;
}

/** PLN-81: what a revision replaced moves in one step; asked with `dry_run` it only says what would move. */
export async function migrateAlignments(context: Context, input: Given): Promise<AlignmentMigration> {
  return context.withTenant(async (tx) => {
    const framework = await selectChangeableFramework(tx, context, input.framework_id);
    const offers = await queries.listOffers(tx, framework.id, input.standard_ids ?? null);
    const shown = await presentOffers(tx, offers);
    const planned = offers.reduce((sum, { alignments_count }) => sum + alignments_count, 0);
    if (input.dry_run || offers.length === 0)
      return {
        id: null,
        offers: shown,
        moved_count: input.dry_run ? planned : 0,
        undo_until_at: null,
        undone_at: null,
      };
    const moves = await queries.moveAlignments(tx, offers);
    const at = context.platform.clock.now();
    const row = await queries.createMigration(tx, {
      framework_id: framework.id,
      moves,
      created_by: context.actor.user_id ?? '',
      created_at: at.toISOString(),
      undo_until_at: new Date(at.getTime() + undoDays * 86_400_000).toISOString(),
    });
    await recordAudit(tx, context, {
      action: 'standard_alignments.migrated',
      target_type: 'standard_framework',
      target_id: framework.id,
      school_id: framework.school_id,
      changes: { migration_id: row.id, moved_count: row.moved_count },
    });
    return {
      id: row.id,
      offers: shown,
      moved_count: row.moved_count,
      undo_until_at: row.undo_until_at,
      undone_at: null,
    };
  });
}

export async function listMigrations(
  context: Context,
  frameworkId: string,
): Promise<{ data: MigrationRecord[] }> {
  const now = context.platform.clock.now().toISOString();
  return context.readTenant(async (tx) => {
    const framework = await selectChangeableFramework(tx, context, frameworkId);
    return { data: await queries.listMigrations(tx, framework.id, now) };
  });
}

export async function undoMigration(context: Context, id: string): Promise<AlignmentMigration> {
  return context.withTenant(async (tx) => {
    const row = await queries.selectMigration(tx, id);
    await selectChangeableFramework(tx, context, row.framework_id);
    const now = context.platform.clock.now();
    if (row.undone_at === null) {
      if (now.getTime() > Date.parse(row.undo_until_at)) throw new Problem('gone');
      await queries.undoMoves(tx, row.moves as unknown as queries.Move[]);
      await queries.markUndone(tx, id, now.toISOString());
      await recordAudit(tx, context, {
        action: 'standard_alignments.migration_undone',
        target_type: 'standard_framework',
        target_id: row.framework_id,
        changes: { migration_id: id },
      });
    }
    const { moved_count, undo_until_at } = row;
    return { id, offers: [], moved_count, undo_until_at, undone_at: row.undone_at ?? now.toISOString() };
  });
}

async function presentOffers(
  tx: Transaction,
  offers: Awaited<ReturnType<typeof queries.listOffers>>,
): Promise<AlignmentMigration['offers']> {
  const standards = await summariesOf(
    tx,
    offers.flatMap(({ from_id, to_id }) => [from_id, to_id]),
  );
  return offers.flatMap(({ from_id, to_id, alignments_count }) => {
    const [from, to] = [standards.get(from_id), standards.get(to_id)];
    return from && to ? [{ from, to, alignments_count }] : [];
  });
}
