import type { OutboxMail, OutboxMailQuery } from '@k12/contracts/operations/mail-outbox';
import { authorize, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context, Platform } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { openAddress, openContent } from '../../../platform/mail/mail-seal.ts';
import * as queries from './mail-outbox.queries.ts';

const keptDays = 90;

/** Mail of the whole organisation, so only for those who look after all of it. */
export async function listMails(context: Context, query: OutboxMailQuery) {
  authorize(reachesTenant(context.actor, 'operations.read_own'), 'operations.read_own');
  const after = decodeCursor(query.cursor, 2);
  const rows = await context.readTenant((tx) => queries.listMails(tx, query, after));
  return pageOf(rows, query.limit, (row) => present(context.platform, row), position);
}

/** The outbox page of a local installation: a password is reset there by somebody who is not signed in. */
export async function listCapturedMails(
  platform: Platform,
  query: { limit: number; cursor?: string | undefined },
  host: string,
) {
  if (!isLocal(platform, host)) throw new Problem('not_found');
  const after = decodeCursor(query.cursor, 2);
  const captured = { limit: query.limit, state: 'captured' as const };
  const rows = await platform.db.asJob('show the outbox of a local installation', (tx) =>
    queries.listMails(tx, captured, after),
  );
  return pageOf(rows, query.limit, (row) => present(platform, row), position);
}

export async function deleteOldMails(context: Context): Promise<void> {
  const limit = context.platform.clock.now().getTime() - keptDays * 86_400_000;
  await context.withTenant((tx) => queries.deleteMailsBefore(tx, new Date(limit).toISOString()));
}

/** Asked under a name of this machine only: a page elsewhere may point its own name here and read along. */
function isLocal(platform: Platform, host: string): boolean {
  const isOwnName = /^(localhost|.+\.localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host);
  return isOwnName && platform.config.HOMEROOM_MODE !== 'production';
}

function position(row: queries.MailRow) {
  return [row.created_at, row.id];
}

/** In production nobody reads what mails say: a link in one opens somebody else's account. */
function present(platform: Platform, row: queries.MailRow): OutboxMail {
  const { address_sealed, content_sealed, ...mail } = row;
  const { config } = platform;
  const readable = content_sealed !== null && config.HOMEROOM_MODE !== 'production';
  return {
    ...mail,
    address: openAddress(config, row.tenant_id, address_sealed),
    content: readable ? openContent(config, row.tenant_id, content_sealed) : null,
  };
}
