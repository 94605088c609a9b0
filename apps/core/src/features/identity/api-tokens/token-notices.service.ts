import type { Context } from '../../../platform/context.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { tokenExpiringMail } from './api-tokens.mails.ts';
import * as queries from './token-notices.queries.ts';

/** The nearer one first: a token made for three days gets one notice, not two at once. */
const noticeDays = [3, 14];

/** IDN-88: the owner is told 14 and 3 days before a token ends, each once. */
export async function tellOfEndingTokens(context: Context): Promise<void> {
  const now = context.platform.clock.now();
  await context.withTenant(async (tx) => {
    for (const days of noticeDays) {
      const until = new Date(now.getTime() + days * 86_400_000).toISOString();
      for (const token of await queries.listEnding(tx, days, now.toISOString(), until)) {
        const left = Math.ceil((new Date(token.expires_at).getTime() - now.getTime()) / 86_400_000);
        const values = { name: token.name, days: left };
        await queueMail(tx, context, { to_user_id: token.created_by, template: tokenExpiringMail, values });
        await queries.updateWarned(tx, token.id, days);
      }
    }
  });
}
