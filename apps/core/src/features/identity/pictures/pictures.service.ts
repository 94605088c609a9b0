import type { Me } from '@k12/contracts/identity/me';
import type { User } from '@k12/contracts/identity/users';
import type { Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { publishEvent } from '../../../platform/events/publish-event.ts';
import { forgetFile, selectUpload } from '../../operations/files/files.service.ts';
import { portraitUrl } from '../../operations/files/pictures.service.ts';
import { listFellows } from '../../teaching/courses/enrollments.service.ts';
import { getMe } from '../me/me.service.ts';
import { todayOf } from '../tenants/tenants.service.ts';
import { selectFacts, selectReadReach } from '../users/people.service.ts';
import { loadUser, presentAgain } from '../users/present-user.service.ts';
import { canManageUser, canReadUser } from '../users/users.policy.ts';
import * as queries from './pictures.queries.ts';

/** Whoever may see a person, on a list of people or as one of a course they share, sees the face as well. */
export async function listPictures(context: Context, ids: readonly string[]) {
  const today = await todayOf(context);
  return context.readTenant(async (tx) => {
    const pictures = await queries.listPicturesOf(tx, ids);
    if (pictures.length === 0) return { data: [] };
    const shown = pictures.map(({ id }) => id);
    const [facts, reach, fellows] = await Promise.all([
      selectFacts(tx, shown, today),
      selectReadReach(tx, context, today),
      listFellows(tx, context, shown),
    ]);
    const isSeen = (id: string) => {
      const place = facts.get(id)?.place;
      return fellows.has(id) || (place !== undefined && canReadUser(reach, place));
    };
    return {
      data: pictures
        .filter(({ id }) => isSeen(id))
        .map(({ id, avatar_file_id }) => ({ id, picture_url: portraitUrl(context, avatar_file_id) })),
    };
  });
}

export async function setOwnPicture(context: Context, fileId: string): Promise<Me> {
  const file = await selectUpload(context, fileId, 'avatar');
  await changePicture(context, ownUserId(context), file.id);
  return getMe(context);
}

export async function removeOwnPicture(context: Context): Promise<Me> {
  await changePicture(context, ownUserId(context), null);
  return getMe(context);
}

export async function removePicture(context: Context, userId: string): Promise<User> {
  await context.withTenant(async (tx) => {
    const { facts } = await loadUser(tx, context, userId);
    authorize(canManageUser(context.actor, 'users.update', facts.place), 'users.update');
  });
  await changePicture(context, userId, null);
  return context.readTenant((tx) => presentAgain(tx, context, userId));
}

/** The picture before is deleted with its bytes; those go last, because a row never promises what is not there. */
async function changePicture(context: Context, userId: string, fileId: string | null): Promise<void> {
  const forget = await context.withTenant(async (tx) => {
    const before = await queries.selectPictureOf(tx, userId);
    if (before === fileId) return null;
    await queries.updatePicture(tx, userId, fileId, context.platform.clock.now().toISOString());
    await tell(tx, context, userId);
    return before === null ? null : forgetFile(tx, context, before);
  });
  await forget?.();
}

async function tell(tx: Transaction, context: Context, userId: string): Promise<void> {
  await recordAudit(tx, context, { action: 'user.picture_changed', target_type: 'user', target_id: userId });
  await publishEvent(tx, context, 'user.updated', { user_id: userId });
}

function ownUserId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
