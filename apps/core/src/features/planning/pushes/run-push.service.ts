import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { applyToTarget } from './push-target.service.ts';
import * as queries from './pushes.queries.ts';

const chunk = 100;

/** Works through what still waits, in chunks; one target's failure is its own (PLN-144). */
export async function runPush(context: Context, pushId: string): Promise<void> {
  const push = await context.withTenant(async (tx) => {
    const found = await queries.selectPush(tx, pushId);
    if (found?.state === 'scheduled') await queries.updatePushState(tx, pushId, { state: 'running' });
    return found;
  });
  if (!push || push.state === 'recalled' || push.state === 'finished') return;
  for (;;) {
    const waiting = await context.withTenant((tx) => queries.listWaiting(tx, pushId, chunk));
    if (waiting.length === 0) break;
    for (const target of waiting) await applyOrFail(context, push, target);
  }
  await context.withTenant(async (tx) => {
    const finished_at = context.platform.clock.now().toISOString();
    await queries.updatePushState(tx, pushId, { state: 'finished', finished_at });
    await publishEvent(tx, context, 'template_push.finished', { curriculum_push_id: pushId });
  });
}

/** What a rule refuses is a result; what breaks is tried again with the job. */
async function applyOrFail(context: Context, push: queries.PushRow, target: string): Promise<void> {
  try {
    await applyToTarget(context, push, target);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await context.withTenant((tx) =>
      queries.updateTarget(tx, target, { state: 'failed', error_code: problem.code }),
    );
  }
}
