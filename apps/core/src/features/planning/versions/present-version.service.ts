import type { PlanVersion, WholePlanVersion } from '@k12/contracts/planning/versions';
import type { Transaction } from '@k12/db';
import { displayName } from '../../identity/users/users.rules.ts';
import { snapshotOfVersion } from './cut-version.service.ts';
import * as queries from './versions.queries.ts';

interface Pointers {
  id: string;
  current_version_id: string | null;
  published_version_id: string | null;
}

/** Marks current, published and under review, and when each version was live (PLN-39, PLN-52). */
export async function presentVersions(
  tx: Transaction,
  plan: Pointers,
  rows: readonly queries.VersionRow[],
): Promise<PlanVersion[]> {
  const ids = rows.map((row) => row.id);
  const [publications, underReview] = await Promise.all([
    queries.listPublications(tx, ids),
    queries.selectVersionUnderReview(tx, plan.id),
  ]);
  return rows.map((row) => ({
    id: row.id,
    version_number: row.version_number,
    title: row.title,
    kind: row.kind,
    change_note: row.change_note,
    author: { id: row.author_id, display_name: displayName(row) },
    created_at: row.created_at,
    changed_fields_count: row.version_number === 1 ? null : row.changed_fields_count,
    restored_from:
      row.restored_from_version_id && row.restored_from_number
        ? { id: row.restored_from_version_id, version_number: row.restored_from_number }
        : null,
    is_current: row.id === plan.current_version_id,
    is_published: row.id === plan.published_version_id,
    is_under_review: row.id === underReview,
    live: publications
      .filter(({ version_id }) => version_id === row.id)
      .map(({ published_at, ended_at }) => ({ from_at: published_at, to_at: ended_at })),
  }));
}

export async function presentVersion(tx: Transaction, plan: Pointers, id: string): Promise<PlanVersion> {
  const [version] = await presentVersions(tx, plan, await queries.listVersionsById(tx, [id]));
  if (!version) throw new Error(`Version ${id} of plan ${plan.id} is gone within its transaction`);
  return version;
}

export async function presentWholeVersion(
  tx: Transaction,
  plan: Pointers,
  version: queries.WholeVersion,
): Promise<WholePlanVersion> {
  return { ...(await presentVersion(tx, plan, version.id)), ...snapshotOfVersion(version) };
}
