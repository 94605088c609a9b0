import { type Context, createContext } from '../../../platform/context.ts';
import { PermanentFailure } from '../../../platform/jobs/define-job.ts';
import { loadActor } from './actors.service.ts';

/** A job does its work with the rights that whoever asked for it has now, in the school they had chosen. */
export async function contextOfAsker(
  { platform, actor, request_id }: Context,
  asked: { requested_by: string; school_id: string | null },
): Promise<Context> {
  const asker = await loadActor(platform, actor.tenant_id, asked.requested_by, async () => null);
  if (!asker) throw new PermanentFailure('Whoever asked for this may no longer act');
  return createContext({ platform, actor: asker, request_id, school_id: asked.school_id });
}
