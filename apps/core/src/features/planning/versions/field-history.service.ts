import type { PlanChange, PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { PlanKind } from '@k12/contracts/planning/plan-families';
import type { FieldHistory } from '@k12/contracts/planning/versions';
import { diffPlans } from '@k12/plan-content/diff-plans';
import { diffBudget } from '@k12/plan-content/word-diff';
import type { Context } from '../../../platform/context.ts';
import { planSchema } from '../packs/packs.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { nothingYet } from './compare.service.ts';
import { presentVersions } from './present-version.service.ts';
import * as queries from './versions.queries.ts';

/** The versions in which a field, an entry or a whole section became another, newest first (PLN-44). */
export async function fieldHistory(
  context: Context,
  kind: PlanKind,
  id: string,
  path: string,
): Promise<FieldHistory> {
  return context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, id, kind);
    const sectionKey = path.split('/')[1] ?? '';
    const versions = await queries.listSectionOfVersions(tx, id, sectionKey);
    const schema = await planSchema(tx, plan);
    const budget = diffBudget();
    const found = versions.flatMap((version, at) => {
      const before = versions[at + 1];
      const after = asSnapshot(version);
      const old = before ? asSnapshot(before) : nothingYet(path === '/@title' ? '' : after.title);
      const change = diffPlans(schema, old, after, budget).find((one) => isWithin(one.path, path));
      return change ? [{ change, id: version.id, previous_number: before?.version_number ?? null }] : [];
    });
    const rows = await queries.listVersionsById(
      tx,
      found.map((one) => one.id),
    );
    const shown = await presentVersions(tx, plan, rows);
    return { path, data: found.flatMap((one) => entryOf(one, shown)) };
  });
}

interface Found {
  change: PlanChange;
  id: string;
  previous_number: number | null;
}

function entryOf(
  { change, id, previous_number }: Found,
  versions: readonly FieldHistory['data'][number]['version'][],
): FieldHistory['data'] {
  const version = versions.find((one) => one.id === id);
  return version ? [{ version, previous_number, status: change.status, runs: change.runs }] : [];
}

/** The field itself, something inside it, or the entry around it. */
function isWithin(changed: string, asked: string): boolean {
  return changed === asked || changed.startsWith(`${asked}/`) || asked.startsWith(`${changed}/`);
}

type SectionRow = Awaited<ReturnType<typeof queries.listSectionOfVersions>>[number];

function asSnapshot(row: SectionRow): PlanSnapshot {
  const { title, tags, duration_minutes, alignments, resources, lessons, content } = row;
  const sets = { alignments, resources, lessons } as unknown as PlanSnapshot;
  return { ...sets, title, tags, duration_minutes, content: withoutNull(content) };
}

/** A section that the version does not have is left out. */
function withoutNull(content: unknown): PlanSnapshot['content'] {
  return Object.fromEntries(Object.entries(content as object).filter(([, value]) => value !== null));
}
