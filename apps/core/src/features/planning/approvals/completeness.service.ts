import type { FieldProblem } from '@k12/contracts';
import type { SchemaReference } from '@k12/contracts/planning/packs';
import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { checkCompleteness } from '@k12/plan-content/check-content';
import { Problem } from '../../../platform/errors.ts';
import { planSchema } from '../packs/packs.service.ts';

/** What the schema asks for and the plan lacks, section by section (PLN-10). */
export async function faultsBeforePublishing(
  tx: Transaction,
  pin: SchemaReference,
  snapshot: PlanSnapshot,
): Promise<FieldProblem[]> {
  const schema = await planSchema(tx, pin);
  if (!schema) throw new Problem('conflict', { detail: 'The schema of this plan cannot be read.' });
  return checkCompleteness(schema, snapshot.content, {
    standards: snapshot.alignments.length,
    resources: snapshot.resources.length,
    lessons: snapshot.lessons.length,
  });
}

/** 422 that lists every missing section (PLN-46). */
export async function requireComplete(
  tx: Transaction,
  pin: SchemaReference,
  snapshot: PlanSnapshot,
): Promise<void> {
  const errors = await faultsBeforePublishing(tx, pin, snapshot);
  if (errors.length > 0) throw new Problem('request.invalid', { errors });
}
