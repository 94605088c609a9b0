import type { Transaction } from '@k12/db';
import type { Context, Platform } from '../../../platform/context.ts';
import { cutVersion } from './cut-version.service.ts';
import { lockPlan, selectDraft } from './snapshots.queries.ts';
import { listQuietDrafts, listTenantsWithQuietDrafts } from './versions.queries.ts';

const quietMinutes = 30;
const plansPerRound = 50;

function quietSince(now: Date): string {
  return new Date(now.getTime() - quietMinutes * 60_000).toISOString();
}

export function tenantsWithQuietDrafts({ db, clock }: Platform): Promise<string[]> {
  return db.asJob('find drafts to keep', (tx) => listTenantsWithQuietDrafts(tx, quietSince(clock.now())));
}

/** Each plan in a transaction of its own: a long list holds no locks on plans that people are writing in. */
export async function snapshotQuietDrafts(context: Context): Promise<void> {
  const before = quietSince(context.platform.clock.now());
  for (;;) {
    const drafts = await context.withTenant((tx) => listQuietDrafts(tx, before, plansPerRound));
    for (const { plan_id } of drafts) {
      await context.withTenant((tx) => snapshotIfStillQuiet(tx, context, plan_id, before));
    }
    if (drafts.length < plansPerRound) return;
  }
}

async function snapshotIfStillQuiet(tx: Transaction, context: Context, planId: string, before: string) {
  const plan = await lockPlan(tx, planId);
  const draft = await selectDraft(tx, planId);
  if (!draft || draft.revision <= draft.version_revision || draft.last_edited_at > before) return;
  await cutVersion(tx, context, plan, { kind: 'snapshot', author_id: draft.last_editor_id });
}

/**
 * Called before somebody's edit is applied: when the draft holds changes of another editor that no version has,
 * they become a version of that editor's own (PLN-28).
 */
export async function snapshotOnChangeOfEditor(
  tx: Transaction,
  context: Context,
  planId: string,
): Promise<void> {
  const draft = await selectDraft(tx, planId);
  if (!draft || draft.revision <= draft.version_revision) return;
  if (draft.last_editor_id === context.actor.user_id) return;
  await cutVersion(tx, context, await lockPlan(tx, planId), {
    kind: 'snapshot',
    author_id: draft.last_editor_id,
  });
}
