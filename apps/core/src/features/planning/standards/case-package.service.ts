import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import * as frameworks from './frameworks.queries.ts';
import { UnreadableFile } from './import-problems.ts';
import { createFramework, type ReadResult, readPackage } from './imports.run.service.ts';
import { planFor, writePlanned } from './write-framework.service.ts';

export interface ReadCasePackage {
  result: ReadResult;
  identifiers: ReadonlySet<string>;
}

/** A CASE package inside a package of plans; a sentence says what is wrong when it cannot be read. */
export async function readCasePackage(path: string): Promise<ReadCasePackage | { fault: string }> {
  try {
    const result = await readPackage(path, { document_identifier: null }, async () => {});
    const [fault] = result.problems.faults.filter(({ severity }) => severity === 'error');
    if (fault) return { fault: `${fault.detail} (${fault.place})` };
    return { result, identifiers: new Set(result.placed.map(({ item }) => item.identifier)) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { fault: `${error.message} (${error.place})` };
    throw error;
  }
}

/** Makes the framework with all it holds, in the transaction of whoever brings it. */
export async function addFramework(
  tx: Transaction,
  context: Context,
  { result }: ReadCasePackage,
  place: { school_id: string | null; created_by: string; file_name: string },
): Promise<void> {
  const at = context.platform.clock.now().toISOString();
  const framework = await createFramework(tx, { title: null, ...place }, result, at);
  const settings = { framework_id: framework.id, language: framework.language, now: at };
  await writePlanned(tx, await planFor(tx, framework.id, result), settings, async () => {});
  await frameworks.recountStandards(tx, framework.id);
  await publishEvent(tx, context, 'standards.framework_updated', { framework_id: framework.id });
}

/** Which of these frameworks are here, by the identifier that they have everywhere. */
export async function knownFrameworks(tx: Transaction, identifiers: readonly string[]) {
  return new Set(await frameworks.listKnownIdentifiers(tx, identifiers));
}

/** Ids of standards by framework and identifier: `framework identifier`, with a blank between. */
export async function standardIds(
  tx: Transaction,
  frameworkIdentifiers: readonly string[],
): Promise<Map<string, string>> {
  const rows = await frameworks.listStandardNames(tx, frameworkIdentifiers);
  return new Map(rows.map(({ id, identifier, framework }) => [`${framework} ${identifier}`, id]));
}
