import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';

/** IDN-107. */
const validSeconds = 5 * 60;

/** A link for this person and file; with another person's session it leads nowhere. */
export function contentLink(context: Context, fileId: string): string {
  const expires = Math.floor(context.platform.clock.now().getTime() / 1000) + validSeconds;
  return `/api/v1/files/${fileId}/content?expires=${expires}&signature=${sign(context, fileId, expires)}`;
}

/**
 * The same for an address of another feature. It is the same address for half the time it is valid, so that a page
 * which is read again does not load its pictures again.
 */
export function linkMarks(context: Context, fileId: string, seconds = validSeconds): string {
  const half = seconds / 2;
  const now = Math.floor(context.platform.clock.now().getTime() / 1000);
  const expires = Math.floor(now / half) * half + seconds;
  return `expires=${expires}&signature=${sign(context, fileId, expires)}`;
}

export function checkLink(
  context: Context,
  fileId: string,
  link: { expires?: number; signature?: string },
): void {
  const { expires = 0, signature = '' } = link;
  const expected = Buffer.from(sign(context, fileId, expires));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Problem('not_found');
  if (expires * 1000 < context.platform.clock.now().getTime()) throw new Problem('gone');
}

function sign({ platform, actor }: Context, fileId: string, expires: number): string {
  return createHmac('sha256', platform.config.APP_SECRET_KEY)
    .update(`file:${actor.tenant_id}:${actor.user_id}:${fileId}:${expires}`)
    .digest('base64url');
}
