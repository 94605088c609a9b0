import type { FrozenAlignment } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import type { Seeding } from './people.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';
import type { SeedStandard } from './standards.ts';

const emphases = ['introduced', 'developed', 'developed', 'mastered', 'reviewed'] as const;

interface Alignable {
  id: string;
  kind: string;
  subjects: string[];
  grade_levels: string[];
  /** Of a lesson: it works on standards of its unit. */
  unit_plan_id: string | null;
}

/** What a plan is aligned to, the same wherever it is asked: in the draft and in the words of each version. */
export function alignmentsFor(
  plan: Alignable,
  standards: readonly SeedStandard[],
): (FrozenAlignment & { emphasis: (typeof emphases)[number] })[] {
  const fitting = standards.filter((standard) => standard.assessable && fits(plan, standard));
  const ofUnit = new Random(`alignments/${plan.unit_plan_id ?? plan.id}`);
  const from = ofUnit.between(0, Math.max(0, fitting.length - 4));
  const unitStandards = fitting.slice(from, from + ofUnit.between(3, 4));
  const random = new Random(`alignments/${plan.kind}/${plan.id}`);
  const first = plan.kind === 'lesson' ? random.between(0, Math.max(0, unitStandards.length - 1)) : 0;
  const chosen = unitStandards.slice(
    first,
    plan.kind === 'lesson' ? first + random.between(1, 2) : undefined,
  );
  return chosen.map(({ id, code, statement }) => ({
    standard_id: id,
    code,
    statement,
    emphasis: random.pick(emphases),
    note: null,
  }));
}

/** Units and lessons are aligned to standards of their subject and grade, in the draft and in every version. */
export async function seedAlignments(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  standards: readonly SeedStandard[],
): Promise<void> {
  const plans = await tx
    .selectFrom('plans')
    .select(['id', 'kind', 'subjects', 'grade_levels', 'owner_id', 'unit_plan_id'])
    .where('tenant_id', '=', tenant_id)
    .where('kind', 'in', ['unit', 'lesson', 'template'])
    .orderBy('id')
    .execute();
  const versions = await tx
    .selectFrom('plan_versions')
    .select(['id', 'plan_id'])
    .where('tenant_id', '=', tenant_id)
    .execute();
  const versionsOf = Map.groupBy(versions, ({ plan_id }) => plan_id);
  const aligned = plans.flatMap((plan) =>
    alignmentsFor(plan, standards).map(({ standard_id, emphasis }) => ({ plan, standard_id, emphasis })),
  );
  await insertRows(
    tx,
    'standard_alignments',
    aligned.map(({ plan, standard_id, emphasis }) => ({
      tenant_id,
      id: demoId(`alignments/${plan.id}/${standard_id}`),
      standard_id,
      target_type: targetTypes[plan.kind as keyof typeof targetTypes],
      target_id: plan.id,
      emphasis,
      created_by: plan.owner_id,
      created_at: now.toISOString(),
    })),
  );
  const frozen = aligned.flatMap(({ plan, standard_id, emphasis }) =>
    (versionsOf.get(plan.id) ?? []).map(({ id }) => ({
      tenant_id,
      version_id: id,
      plan_id: plan.id,
      standard_id,
      emphasis,
    })),
  );
  await insertRows(tx, 'plan_version_alignments', frozen);
}

const targetTypes = { unit: 'unit_plan', lesson: 'lesson_plan', template: 'template' } as const;

function fits(plan: Pick<Alignable, 'subjects' | 'grade_levels'>, standard: SeedStandard): boolean {
  return plan.subjects.includes(standard.subject) && plan.grade_levels.includes(standard.grade_level ?? '');
}
