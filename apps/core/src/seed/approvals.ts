import type { PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import type { Database, Transaction } from '@k12/db';
import { diffPlans } from '@k12/plan-content/diff-plans';
import type { Insertable } from 'kysely';
import { alignmentsOfPlan, type PlanAlignment } from '../features/planning/alignments/alignments.service.ts';
import { planSchema } from '../features/planning/packs/packs.service.ts';
import { snapshotOfVersion } from '../features/planning/versions/cut-version.service.ts';
import { contentHash } from '../features/planning/versions/snapshots.service.ts';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

type Row<T extends keyof Database> = Insertable<Database[T]>;

/** One unit each: how its newest version fared, how long ago, and what was said. */
const stories = [
  { outcome: 'pending', days: 1, before: 'superseded', note: 'Objectives in the order we teach them' },
  { outcome: 'returned', days: 3, said: 'The last objective is two in one. Could you part them?' },
  { outcome: 'pending', days: 9, note: 'Ready for the second term' },
  { outcome: 'approved', days: 2, said: 'Clear and well paced. Thank you.' },
  { outcome: 'pending', days: 2, note: null },
  { outcome: 'withdrawn', days: 4, said: null },
] as const;
type Story = (typeof stories)[number];

/** Plans are looked at by the curriculum lead in these subjects; elsewhere teachers publish by themselves. */
const dueDays = 7;
const step = { mode: 'any', role: 'curriculum_lead', user_ids: [] };

/** Where approval is asked for, and requests in every state, each with a version worth comparing. */
export async function seedApprovals(tx: Transaction, seeding: Seeding, people: SeedPerson[]): Promise<void> {
  const lead = people.find(({ role }) => role === 'curriculum_lead');
  if (!lead) return;
  const units = await listUnitsToHandIn(tx, seeding.tenant_id, lead.school_ids);
  const chosen = units.slice(0, stories.length);
  await seedRoutes(tx, seeding, lead.person.id, chosen);
  for (const [at, unit] of chosen.entries()) {
    const story = stories[at];
    if (story) await tell(tx, seeding, lead.person.id, unit, story);
  }
}

/** Drafts first, then units that are live already and go into their next round. */
function listUnitsToHandIn(tx: Transaction, tenantId: string, schoolIds: readonly string[]) {
  return tx
    .selectFrom('plans')
    .innerJoin('plan_drafts as draft', (join) =>
      join.onRef('draft.plan_id', '=', 'plans.id').onRef('draft.tenant_id', '=', 'plans.tenant_id'),
    )
    .innerJoin('plan_versions as version', (join) =>
      join
        .onRef('version.id', '=', 'plans.current_version_id')
        .onRef('version.tenant_id', '=', 'plans.tenant_id'),
    )
    .selectAll('version')
    .select([
      'plans.school_id',
      'plans.subjects',
      'plans.owner_id',
      'plans.pack_key',
      'plans.pack_version',
      'plans.schema_key',
      'draft.content as draft_content',
      'draft.revision',
    ])
    .where('plans.tenant_id', '=', tenantId)
    .where('plans.kind', '=', 'unit')
    .where('plans.state', 'in', ['draft', 'published'])
    .where('plans.school_id', 'in', [...schoolIds])
    .orderBy('plans.state')
    .orderBy('plans.created_at', 'desc')
    .orderBy('plans.id')
    .execute();
}

type UnitToHandIn = Awaited<ReturnType<typeof listUnitsToHandIn>>[number];

async function seedRoutes(tx: Transaction, seeding: Seeding, by: string, units: readonly UnitToHandIn[]) {
  const { tenant_id, tenant, now } = seeding;
  const places = new Map(
    units.map(({ school_id, subjects }) => [
      `${school_id} ${subjects[0]}`,
      { school_id, subject: subjects[0] ?? null },
    ]),
  );
  const rows = [...places].map(
    ([key, place]): Row<'approval_routes'> => ({
      tenant_id,
      id: demoId(`${tenant.key}/approval-routes/${key}`),
      ...place,
      enabled: true,
      steps: JSON.stringify([step]),
      due_days: dueDays,
      publish_on_approval: false,
      created_by: by,
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
    }),
  );
  await insertRows(tx, 'approval_routes', rows);
}

async function tell(tx: Transaction, seeding: Seeding, leadId: string, unit: UnitToHandIn, story: Story) {
  const { tenant_id } = seeding;
  const path = `${unit.plan_id}/approval`;
  const at = (days: number) => new Date(seeding.now.getTime() - days * 86_400_000).toISOString();
  const submitted_at = at(story.days);
  const version_id = demoId(`${path}/version`);
  const content = revised(unit.draft_content as unknown as PlanSnapshot['content']);
  const before = snapshotOfVersion(unit);
  const alignments = await alignmentsOfPlan(tx, unit.plan_id);
  const after: PlanSnapshot = { ...before, content, alignments };
  const changes = diffPlans(await planSchema(tx, unit), before, after).length;
  const kept = { id: version_id, created_at: submitted_at, changed_fields_count: changes };
  await keepVersion(tx, unit, after, { ...kept, change_note: 'note' in story ? story.note : null });
  const request = {
    tenant_id,
    plan_id: unit.plan_id,
    submitted_by: unit.owner_id,
    steps: JSON.stringify([step]),
    due_days: dueDays,
    publish_on_approval: false,
  };
  const decided_at = story.outcome === 'pending' ? null : at(story.days - 1);
  const id = demoId(path);
  const rows: Row<'approval_requests'>[] = [
    {
      ...request,
      id,
      version_id,
      compared_version_id: unit.id,
      changed_fields_count: changes,
      submitted_at,
      state: story.outcome,
      due_on: at(story.days - dueDays).slice(0, 10),
      decided_at,
    },
  ];
  if ('before' in story)
    rows.push({
      ...request,
      id: demoId(`${path}/before`),
      version_id: unit.id,
      submitted_at: at(story.days + 2),
      state: story.before,
      due_on: null,
      decided_at: submitted_at,
    });
  await insertRows(tx, 'approval_requests', rows);
  await insertRows(tx, 'approval_approvers', [
    { tenant_id, request_id: id, step_index: 0, user_id: leadId, source: 'role' },
  ]);
  await decide(tx, { tenant_id, request_id: id, path, leadId, unit, story, decided_at });
  await movePlan(tx, unit, version_id, content, story, submitted_at);
}

type Kept = Pick<Row<'plan_versions'>, 'id' | 'created_at' | 'changed_fields_count' | 'change_note'>;

async function keepVersion(tx: Transaction, unit: UnitToHandIn, snapshot: PlanSnapshot, kept: Kept) {
  const { tenant_id, plan_id } = unit;
  await insertRows(tx, 'plan_versions', [
    {
      ...kept,
      tenant_id,
      plan_id,
      version_number: unit.version_number + 1,
      title: snapshot.title,
      content: JSON.stringify(snapshot.content),
      alignments: JSON.stringify(snapshot.alignments),
      resources: '[]',
      lessons: JSON.stringify(snapshot.lessons),
      tags: snapshot.tags,
      author_id: unit.owner_id,
      kind: 'submit',
      content_hash: contentHash(snapshot),
    },
  ]);
  await insertRows(
    tx,
    'plan_version_alignments',
    snapshot.alignments.map(({ standard_id, emphasis }) => ({
      tenant_id,
      plan_id,
      version_id: kept.id,
      standard_id,
      emphasis: (emphasis ?? null) as PlanAlignment['emphasis'],
    })),
  );
}

interface Decided {
  tenant_id: string;
  request_id: string;
  path: string;
  leadId: string;
  unit: UnitToHandIn;
  story: Story;
  decided_at: string | null;
}

async function decide(
  tx: Transaction,
  { tenant_id, request_id, path, leadId, unit, story, decided_at }: Decided,
) {
  if (decided_at === null) return;
  const isWithdrawn = story.outcome === 'withdrawn';
  await insertRows(tx, 'approval_decisions', [
    {
      tenant_id,
      id: demoId(`${path}/decision`),
      request_id,
      step_index: 0,
      decision: isWithdrawn ? 'withdraw' : story.outcome === 'approved' ? 'approve' : 'return',
      user_id: isWithdrawn ? unit.owner_id : leadId,
      comment: 'said' in story ? story.said : null,
      decided_at,
    },
  ]);
}

const states = {
  pending: 'submitted',
  returned: 'returned',
  approved: 'approved',
  withdrawn: 'draft',
} as const;

async function movePlan(
  tx: Transaction,
  unit: UnitToHandIn,
  versionId: string,
  content: PlanSnapshot['content'],
  story: Story,
  updated_at: string,
) {
  await tx
    .updateTable('plans')
    .set({ state: states[story.outcome], current_version_id: versionId, updated_at })
    .where('tenant_id', '=', unit.tenant_id)
    .where('id', '=', unit.plan_id)
    .execute();
  await tx
    .updateTable('plan_drafts')
    .set({
      content: JSON.stringify(content),
      revision: unit.revision + 1,
      version_revision: unit.revision + 1,
      last_edited_at: updated_at,
    })
    .where('tenant_id', '=', unit.tenant_id)
    .where('plan_id', '=', unit.plan_id)
    .execute();
}

interface Entry {
  id: string;
  text: string;
}

/** Somebody has thought again: the last objective comes first, and another says more. */
function revised(content: PlanSnapshot['content']): PlanSnapshot['content'] {
  const objectives = content.objectives as Entry[] | undefined;
  const last = objectives?.at(-1);
  if (!objectives || !last || objectives.length < 2) return content;
  const [first, ...middle] = objectives.slice(0, -1);
  const more = first && { ...first, text: `${first.text.replace(/\.$/, '')}, and say how they know.` };
  return { ...content, objectives: [last, ...(more ? [more] : []), ...middle] };
}
