import type {
  CommentCreate,
  CommentQuery,
  CommentThread,
  CommentUpdate,
} from '@k12/contracts/planning/comments';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid, Problem } from '../../../platform/errors.ts';
import { loadActor } from '../../identity/actors/actors.service.ts';
import { type PlanRow, selectReadablePlan } from '../plans/plans.access.service.ts';
import { tellMentioned, tellOthers } from './comment-notices.service.ts';
import * as queries from './comments.queries.ts';
import { isStillEditable } from './comments.rules.ts';
import { presentThread, presentThreads } from './present-thread.service.ts';

export async function listComments(
  context: Context,
  query: CommentQuery,
): Promise<{ data: CommentThread[] }> {
  return context.readTenant(async (tx) => {
    await selectCommentedPlan(tx, context, query.plan_id);
    const threads = await queries.listThreads(tx, query);
    return { data: await presentThreads(tx, context, query.plan_id, threads) };
  });
}

export async function createComment(context: Context, input: CommentCreate): Promise<CommentThread> {
  const author_id = author(context);
  const mentioned_ids = await readableBy(context, input.plan_id, input.mentions ?? []);
  return context.withTenant(async (tx) => {
    const plan = await selectCommentedPlan(tx, context, input.plan_id);
    const thread = input.thread_id
      ? await openThread(tx, plan, input.thread_id)
      : await beginThread(tx, context, plan, input);
    const created_at = context.platform.clock.now().toISOString();
    await queries.createComment(tx, {
      id: newId(),
      thread_id: thread.id,
      author_id,
      body: input.body,
      mentioned_ids,
      created_at,
    });
    await tellMentioned(tx, context, plan, thread.id, mentioned_ids);
    await tellOthers(tx, context, plan, thread.id, mentioned_ids);
    return presentThread(tx, context, plan.id, thread.id);
  });
}

export async function updateComment(
  context: Context,
  id: string,
  input: CommentUpdate,
): Promise<CommentThread> {
  const found = await context.readTenant(async (tx) => {
    const comment = await queries.selectComment(tx, id);
    return { comment, thread: await queries.selectThread(tx, comment.thread_id) };
  });
  const { thread } = found;
  const mentioned_ids = await readableBy(
    context,
    thread.plan_id,
    input.mentions ?? found.comment.mentioned_ids,
  );
  return context.withTenant(async (tx) => {
    const plan = await selectCommentedPlan(tx, context, thread.plan_id);
    const comment = await queries.selectComment(tx, id);
    authorize(comment.author_id === context.actor.user_id, 'unit_plans.read');
    const now = context.platform.clock.now();
    if (!isStillEditable(comment.created_at, now))
      throw new Problem('conflict', { detail: 'A comment can be changed for 15 minutes.' });
    const changes = { body: input.body, mentioned_ids, edited_at: now.toISOString() };
    if (!(await queries.updateComment(tx, id, input.lock_version, changes)))
      throw new Problem('version_conflict', {
        current: await presentThread(tx, context, plan.id, thread.id),
      });
    const newlyMentioned = mentioned_ids.filter((person) => !comment.mentioned_ids.includes(person));
    await tellMentioned(tx, context, plan, thread.id, newlyMentioned);
    return presentThread(tx, context, plan.id, thread.id);
  });
}

export function resolveThread(context: Context, id: string): Promise<CommentThread> {
  return changeState(context, id, 'resolved');
}

export function reopenThread(context: Context, id: string): Promise<CommentThread> {
  return changeState(context, id, 'open');
}

async function changeState(context: Context, id: string, state: 'open' | 'resolved'): Promise<CommentThread> {
  const user_id = author(context);
  return context.withTenant(async (tx) => {
    const thread = await queries.selectThread(tx, id);
    const plan = await selectCommentedPlan(tx, context, thread.plan_id);
    if (thread.state !== state) {
      const resolved_at = context.platform.clock.now().toISOString();
      const settled =
        state === 'resolved'
          ? { resolved_by: user_id, resolved_at }
          : { resolved_by: null, resolved_at: null };
      await queries.updateThreadState(tx, id, { state, ...settled });
      await recordAudit(tx, context, {
        action: state === 'resolved' ? 'plan_comment.resolved' : 'plan_comment.reopened',
        target_type: 'plan',
        target_id: plan.id,
        school_id: plan.school_id,
      });
    }
    return presentThread(tx, context, plan.id, id);
  });
}

/** Comments are for those who may comment; whoever only reads the plan is told so (PLN-172). */
async function selectCommentedPlan(tx: Transaction, context: Context, planId: string): Promise<PlanRow> {
  const { plan, access } = await selectReadablePlan(tx, context.actor, planId);
  authorize(access.comment || access.approve, 'unit_plans.read');
  return plan;
}

async function openThread(tx: Transaction, plan: PlanRow, id: string): Promise<queries.ThreadRow> {
  const thread = await queries.selectThread(tx, id);
  if (thread.plan_id !== plan.id) throw new Problem('not_found');
  return thread;
}

async function beginThread(tx: Transaction, context: Context, plan: PlanRow, input: CommentCreate) {
  const { path = null, quote = null, version_id = null, approval_request_id = null } = input;
  if (quote !== null && path === null)
    throw invalid('/path', 'required', 'Words are quoted from somewhere: name the path.');
  if (version_id && !(await queries.belongsToPlan(tx, 'plan_versions', version_id, plan.id)))
    throw invalid('/version_id', 'not_found', 'This plan has no such version.');
  if (
    approval_request_id &&
    !(await queries.belongsToPlan(tx, 'approval_requests', approval_request_id, plan.id))
  )
    throw invalid('/approval_request_id', 'not_found', 'This plan has no such request.');
  return queries.createThread(tx, {
    id: newId(),
    plan_id: plan.id,
    path,
    quote,
    version_id: version_id ?? plan.current_version_id,
    approval_request_id,
    created_by: author(context),
    created_at: context.platform.clock.now().toISOString(),
  });
}

/** Only people who can open the plan may be named, or a mention would lead nowhere and tell of it (PLN-150). */
async function readableBy(context: Context, planId: string, ids: readonly string[]): Promise<string[]> {
  const unique = [...new Set(ids)];
  const { platform, actor } = context;
  for (const [at, id] of unique.entries()) {
    const mentioned = await loadActor(platform, actor.tenant_id, id, async () => null).catch(() => null);
    const opens =
      mentioned &&
      (await context
        .readTenant((tx) => selectReadablePlan(tx, mentioned, planId))
        .then(
          () => true,
          () => false,
        ));
    if (!opens) throw invalid(`/mentions/${at}`, 'cannot_open_plan', 'This person cannot open the plan.');
  }
  return unique;
}

function author(context: Context): string {
  if (!context.actor.user_id) throw new Problem('forbidden');
  return context.actor.user_id;
}
