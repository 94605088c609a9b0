import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import type { Seeding, SeedPerson } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

interface Talk {
  /** Section that it is about; none is the whole plan. */
  path: string | null;
  days: number;
  /** The colleague first, then the owner, in turn. */
  said: readonly string[];
  resolved?: boolean;
}

const talks: readonly Talk[] = [
  {
    path: null,
    days: 2,
    said: [
      'I taught this last week. The first lesson needs the whole period; the second can be shorter.',
      'Good to know. I moved ten minutes over.',
    ],
  },
  { path: 'first list', days: 5, said: ['Could the last one be something they do rather than know?'] },
  {
    path: 'support',
    days: 9,
    said: [
      'My group had no use for the word wall in week one. Hold it back?',
      'Done: it goes up in week two.',
    ],
    resolved: true,
  },
];

/** Colleagues talk about the plans that are open to them; what came back from review says why, point by point. */
export async function seedPlanComments(
  tx: Transaction,
  seeding: Seeding,
  people: readonly SeedPerson[],
): Promise<void> {
  const { tenant_id } = seeding;
  const units = await tx
    .selectFrom('plans')
    .leftJoin('approval_requests as request', (join) =>
      join
        .onRef('request.plan_id', '=', 'plans.id')
        .onRef('request.tenant_id', '=', 'plans.tenant_id')
        .on('request.state', '=', 'returned'),
    )
    .select(['plans.id', 'plans.owner_id', 'plans.school_id', 'plans.state', 'plans.pack_key'])
    .select(['request.id as request_id', 'request.version_id'])
    .where('plans.tenant_id', '=', tenant_id)
    .where('plans.kind', '=', 'unit')
    .where('plans.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('plans.home', '<>', 'personal'), eb('request.id', 'is not', null)]))
    .orderBy('plans.id')
    .execute();
  const rows: Rows = { threads: [], comments: [] };
  for (const [at, unit] of units.entries()) {
    const colleague = people.find(
      ({ person, role, school_ids }) =>
        role === 'curriculum_lead' &&
        person.id !== unit.owner_id &&
        school_ids.includes(unit.school_id ?? ''),
    );
    if (!colleague) continue;
    const between = { plan_id: unit.id, owner: unit.owner_id, colleague: colleague.person.id };
    const firstList = unit.pack_key === 'backward_design' ? '/understandings' : '/objectives';
    if (unit.request_id)
      for (const [point, said] of pointsOfReview.entries())
        add(rows, seeding, between, { path: firstList, days: 2, said: [said] }, `review/${point}`, {
          approval_request_id: unit.request_id,
          version_id: unit.version_id,
        });
    // Not every plan is talked about.
    if (at % 3 === 0)
      for (const [number, talk] of talks.entries()) {
        const path = talk.path === 'first list' ? firstList : talk.path && `/${talk.path}`;
        add(rows, seeding, between, { ...talk, path }, String(number));
      }
  }
  await insertRows(tx, 'comment_threads', rows.threads);
  await insertRows(tx, 'plan_comments', rows.comments);
}

const pointsOfReview = [
  'Two objectives in one sentence: please part them, they are assessed separately.',
  'Which of these will the first check show?',
];

interface Rows {
  threads: Insertable<Database['comment_threads']>[];
  comments: Insertable<Database['plan_comments']>[];
}

function add(
  rows: Rows,
  { tenant_id, now }: Seeding,
  { plan_id, owner, colleague }: { plan_id: string; owner: string; colleague: string },
  { path, days, said, resolved = false }: Talk,
  key: string,
  review: { approval_request_id?: string; version_id?: string | null } = {},
): void {
  const id = demoId(`${plan_id}/threads/${key}`);
  const at = (hours: number) => new Date(now.getTime() - days * 86_400_000 + hours * 3_600_000).toISOString();
  rows.threads.push({
    ...{ tenant_id, id, plan_id, path, ...review },
    ...{ created_by: colleague, created_at: at(0), state: resolved ? 'resolved' : 'open' },
    ...(resolved && { resolved_by: owner, resolved_at: at(said.length) }),
  });
  for (const [turn, body] of said.entries())
    rows.comments.push({
      ...{ tenant_id, id: demoId(`${id}/${turn}`), thread_id: id, body },
      ...{ author_id: turn % 2 === 0 ? colleague : owner, created_at: at(turn) },
    });
}
