import { newId, type Transaction } from '@k12/db';
import { type ImportPlan, planAssociations, planImport } from './import-plan.rules.ts';
import * as writes from './import-writes.queries.ts';
import type { ReadAssociation, ReadFramework } from './read-records.ts';
import type { PlacedItem } from './standard-tree.rules.ts';

const writeChunk = 500;
const associationChunk = 2_000;

export interface Planned {
  plan: ImportPlan;
  associations: { write: ReadAssociation[]; remove: string[] };
}

export async function planFor(
  tx: Transaction,
  frameworkId: string | null,
  { placed, read }: { placed: PlacedItem[]; read: ReadFramework },
): Promise<Planned> {
  const existing = frameworkId ? await writes.listExistingStandards(tx, frameworkId) : [];
  const aligned = frameworkId ? await writes.listAlignedIds(tx, frameworkId) : new Set<string>();
  const links = frameworkId ? await writes.listExistingAssociations(tx, frameworkId) : [];
  const plan = planImport({ existing, placed, aligned, newId });
  // A table says nothing about associations, so those that are there stay.
  const associations =
    read.document === null ? { write: [], remove: [] } : planAssociations(links, read.associations);
  return { plan, associations };
}

/** Standards first, then their places, because a parent may come after its child. */
export async function writePlanned(
  tx: Transaction,
  { plan, associations }: Planned,
  settings: { framework_id: string; language: string; now: string },
  progress: (done: number, total?: number) => Promise<void>,
): Promise<void> {
  const total = plan.writes.length + associations.write.length;
  await writes.removeAssociations(tx, associations.remove);
  for (let from = 0; from < plan.writes.length; from += writeChunk) {
    await writes.writeStandards(tx, plan.writes.slice(from, from + writeChunk), settings);
    await progress(Math.min(from + writeChunk, plan.writes.length), total);
  }
  for (let from = 0; from < plan.places.length; from += writeChunk)
    await writes.updatePlaces(tx, plan.places.slice(from, from + writeChunk));
  await writes.retireStandards(tx, plan.retire, settings.now);
  await writes.removeStandards(tx, plan.remove);
  for (let from = 0; from < associations.write.length; from += associationChunk) {
    const chunk = associations.write.slice(from, from + associationChunk);
    await writes.writeAssociations(tx, settings.framework_id, chunk);
    await progress(plan.writes.length + from, total);
  }
}
