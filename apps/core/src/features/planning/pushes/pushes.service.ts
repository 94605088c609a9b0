import type {
  CurriculumPush,
  CurriculumPushReport,
  PushCreate,
  PushRule,
  PushTarget,
} from '@k12/contracts/planning/pushes';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { Answer } from '../../../platform/http/route.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { displayName } from '../../identity/users/users.rules.ts';
import { type PushPlan, planPush } from './plan-push.service.ts';
import { listAdoption } from './push-effects.queries.ts';
import { recallTarget } from './push-target.service.ts';
import { runPushJob } from './pushes.jobs.ts';
import * as queries from './pushes.queries.ts';

const right = 'templates.push_to_schools';

export async function createPush(context: Context, input: PushCreate): Promise<Answer<CurriculumPushReport>> {
  const { actor } = context;
  authorize(
    input.school_ids.every((id) => reachesSchool(actor, right, id)),
    right,
  );
  return context.withTenant(async (tx) => {
    const planned = await planPush(tx, context, input);
    if (input.dry_run) return new Answer(200, await presentDryRun(tx, input, planned));
    const now = context.platform.clock.now();
    const runAt = input.run_at && new Date(input.run_at) > now ? new Date(input.run_at) : null;
    const { targets, ...what } = planned;
    const id = newId();
    await queries.createPush(
      tx,
      {
        id,
        ...what,
        school_ids: input.school_ids,
        grade_levels: input.grade_levels,
        rules: input.rules,
        state: runAt ? 'scheduled' : 'running',
        run_at: (runAt ?? now).toISOString(),
        created_by: requireUser(context),
        created_at: now.toISOString(),
      },
      targets,
    );
    await enqueue(tx, context, runPushJob, { push_id: id }, runAt ? { run_at: runAt } : {});
    await audit(tx, context, 'curriculum_push.created', id, {
      title: planned.title,
      targets: targets.length,
    });
    return new Answer(201, await report(tx, context, id));
  });
}

export async function listPushes(context: Context, query: { limit: number; cursor?: string | undefined }) {
  const [before] = (decodeCursor(query.cursor, 1) ?? []) as [string?];
  return context.readTenant(async (tx) => {
    const rows = await queries.listPushes(tx, { limit: query.limit, before });
    const counted = await queries.countTargets(
      tx,
      rows.map(({ id }) => id),
    );
    return pageOf(
      rows,
      query.limit,
      (row) => present(context, row, counted),
      (row) => [row.id],
    );
  });
}

export async function getPush(context: Context, id: string): Promise<CurriculumPushReport> {
  return context.readTenant((tx) => report(tx, context, id));
}

export async function recallPush(context: Context, id: string): Promise<CurriculumPushReport> {
  return context.withTenant(async (tx) => {
    const push = await queries.selectPush(tx, id);
    if (!push) throw new Problem('not_found');
    authorize(mayRecall(context, push), right);
    if (push.state === 'running') throw new Problem('conflict', { detail: 'The push is still under way.' });
    if (push.state !== 'recalled') {
      for (const target of await queries.listTargets(tx, id, 50_000))
        await recallTarget(tx, context, push, target);
      const recalled_at = context.platform.clock.now().toISOString();
      await queries.updatePushState(tx, id, {
        state: 'recalled',
        recalled_at,
        recalled_by: context.actor.user_id,
      });
      await audit(tx, context, 'curriculum_push.recalled', id, { title: push.title });
    }
    return report(tx, context, id);
  });
}

function mayRecall({ actor }: Context, push: queries.PushRow): boolean {
  return reachesTenant(actor, right) || push.school_ids.every((id) => reachesSchool(actor, right, id));
}

async function report(tx: Transaction, context: Context, id: string): Promise<CurriculumPushReport> {
  const push = await queries.selectPush(tx, id);
  if (!push) throw new Problem('not_found');
  const targets = await queries.listTargets(tx, id);
  const adoption = await listAdoption(tx, id);
  return {
    ...present(context, push, await queries.countTargets(tx, [id])),
    targets,
    adoption: adoption.map((row) => ({
      ...row,
      opened_count: Number(row.opened_count ?? 0),
      in_use_count: Number(row.in_use_count ?? 0),
      published_count: Number(row.published_count ?? 0),
    })),
  };
}

type Counted = Awaited<ReturnType<typeof queries.countTargets>>;

function present(context: Context, push: queries.PushRow, counted: Counted): CurriculumPush {
  const own = counted.filter((row) => row.push_id === push.id);
  const sum = (rows: Counted) => rows.reduce((total, { count }) => total + count, 0);
  const of = (effect: PushTarget['effect']) => sum(own.filter((row) => row.effect === effect));
  return {
    ...push,
    rules: push.rules as unknown as PushRule[],
    created_by: { id: push.created_by, display_name: displayName(push) },
    counts: {
      deliver: of('deliver'),
      lock: of('lock'),
      offer: of('offer'),
      none: of('none'),
      assign: of('assign'),
      done: sum(own.filter(({ state }) => state === 'done')),
      failed: sum(own.filter(({ state }) => state === 'failed')),
    },
    can: { recall: push.state !== 'recalled' && push.state !== 'running' && mayRecall(context, push) },
  };
}

async function presentDryRun(
  tx: Transaction,
  input: PushCreate,
  planned: PushPlan,
): Promise<CurriculumPushReport> {
  const schools = await queries.listSchools(tx, input.school_ids);
  const of = (effect: PushTarget['effect']) => planned.targets.filter((one) => one.effect === effect).length;
  const { targets, ...what } = planned;
  return {
    ...what,
    id: null,
    rules: input.rules,
    state: 'dry_run',
    run_at: input.run_at,
    finished_at: null,
    created_by: null,
    counts: {
      deliver: of('deliver'),
      lock: of('lock'),
      offer: of('offer'),
      none: of('none'),
      assign: of('assign'),
      done: 0,
      failed: 0,
    },
    can: { recall: false },
    targets: targets.slice(0, 1_000).map((target) => ({
      ...target,
      id: null,
      plan_title: null,
      school_name: schools.find(({ id }) => id === target.school_id)?.name ?? '',
      state: 'waiting',
      error_code: null,
    })),
    adoption: [],
  };
}

function audit(
  tx: Transaction,
  context: Context,
  action: string,
  id: string,
  changes: object,
): Promise<void> {
  return recordAudit(tx, context, {
    action,
    target_type: 'curriculum_push',
    target_id: id,
    changes: changes as Record<string, unknown>,
  });
}

function requireUser({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
