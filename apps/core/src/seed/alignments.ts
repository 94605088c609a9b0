import type { FrozenAlignment } from '@k12/contracts/planning/plan-diff';
import type { Transaction } from '@k12/db';
import { courseCatalogue } from './course-catalogue.ts';
import type { Seeding } from './people.ts';
import { planCatalogue } from './plan-catalogue.ts';
import { demoId, Random } from './random.ts';
import { insertRows } from './rows.ts';
import type { SeedStandard } from './standards.ts';

const emphases = ['introduced', 'developed', 'developed', 'mastered', 'reviewed'] as const;

interface Alignable {
  id: string;
  kind: string;
  title: string;
  subjects: string[];
  grade_levels: string[];
  /** Of a lesson: it works on standards of its unit. */
  unit_plan_id: string | null;
}

type Alignment = FrozenAlignment & { emphasis: (typeof emphases)[number] };

const unitKey = (subject: string | undefined, grade: string | undefined, title: string) =>
  `${subject}/${grade}/${title}`;

/** What the catalogue says of a unit, by its subject, grade and title. */
const given = new Map(
  planCatalogue.flatMap(({ school, course: name, units }) => {
    const course = courseCatalogue[school]?.find((one) => one.name === name);
    return units.map(({ title, standards = [] }) => [
      unitKey(course?.subject, course?.grade, title),
      standards,
    ]);
  }),
);

/** What each plan is aligned to, the same wherever it is asked: in the draft and in the words of each version. */
export function alignmentsOfAll(
  plans: readonly Alignable[],
  standards: readonly SeedStandard[],
): Map<string, Alignment[]> {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  return new Map(
    plans.map((plan) => {
      const unit = byId.get(plan.unit_plan_id ?? '') ?? plan;
      return [plan.id, alignmentsOf(plan, standardsOfUnit(unit, standards))];
    }),
  );
}

function alignmentsOf(plan: Alignable, ofUnit: readonly SeedStandard[]): Alignment[] {
  const random = new Random(`alignments/${plan.kind}/${plan.id}`);
  const first = plan.kind === 'lesson' ? random.between(0, Math.max(0, ofUnit.length - 1)) : 0;
  const chosen = ofUnit.slice(first, plan.kind === 'lesson' ? first + random.between(1, 2) : undefined);
  return chosen.map(({ id, code, statement }) => ({
    standard_id: id,
    code,
    statement,
    emphasis: random.pick(emphases),
    note: null,
  }));
}

/** The ones that the catalogue names; what has none there, as a template, takes a few of its subject and grade. */
function standardsOfUnit(unit: Alignable, standards: readonly SeedStandard[]): SeedStandard[] {
  const fitting = standards.filter((standard) => standard.assessable && fits(unit, standard));
  const named = given.get(unitKey(unit.subjects[0], unit.grade_levels[0], unit.title)) ?? [];
  if (named.length > 0)
    return named.flatMap((code) => fitting.filter((standard) => standard.code.endsWith(`.${code}`)));
  const random = new Random(`alignments/${unit.id}`);
  const from = random.between(0, Math.max(0, fitting.length - 4));
  return fitting.slice(from, from + random.between(3, 4));
}

/** Units and lessons are aligned to standards of their subject and grade, in the draft and in every version. */
export async function seedAlignments(
  tx: Transaction,
  { tenant_id, now }: Seeding,
  standards: readonly SeedStandard[],
): Promise<void> {
  const plans = await tx
    .selectFrom('plans')
    .select(['id', 'kind', 'title', 'subjects', 'grade_levels', 'owner_id', 'unit_plan_id'])
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
  const alignments = alignmentsOfAll(plans, standards);
  const aligned = plans.flatMap((plan) =>
    (alignments.get(plan.id) ?? []).map(({ standard_id, emphasis }) => ({ plan, standard_id, emphasis })),
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
