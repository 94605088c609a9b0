import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { notify } from '../../communication/notifications/notifications.service.ts';
import * as queries from './comments.queries.ts';

interface PlanNamed {
  id: string;
  kind: string;
  title: string;
  owner_id: string;
  unit_plan_id: string | null;
}

/** A mention is told at once; where to is the thread itself (PLN-152). */
export function tellMentioned(
  tx: Transaction,
  context: Context,
  plan: PlanNamed,
  threadId: string,
  user_ids: readonly string[],
): Promise<void> {
  return tell(tx, context, plan, threadId, user_ids, 'plan_comment.mentioned');
}

/** Whoever takes part and the owner hear of replies in their digest, unless a mention told them already. */
export async function tellOthers(
  tx: Transaction,
  context: Context,
  plan: PlanNamed,
  threadId: string,
  alreadyTold: readonly string[],
): Promise<void> {
  const comments = await queries.listComments(tx, [threadId]);
  const people = new Set([plan.owner_id, ...comments.map(({ author_id }) => author_id)]);
  for (const id of alreadyTold) people.delete(id);
  await tell(tx, context, plan, threadId, [...people], 'plan_comment.replied');
}

async function tell(
  tx: Transaction,
  context: Context,
  plan: PlanNamed,
  threadId: string,
  people: readonly string[],
  kind: string,
): Promise<void> {
  const user_ids = people.filter((id) => id !== context.actor.user_id);
  if (user_ids.length === 0) return;
  const unit = plan.kind === 'lesson' ? plan.unit_plan_id : plan.id;
  const page =
    plan.kind === 'lesson' && unit ? `/plan/units/${unit}/lessons/${plan.id}` : `/plan/units/${plan.id}`;
  await notify(tx, context, {
    user_ids,
    kind,
    subject: { type: 'comment_thread', id: threadId },
    details: { title: plan.title, name: context.actor.display_name },
    link: `${page}?part=comments&thread=${threadId}`,
  });
}
