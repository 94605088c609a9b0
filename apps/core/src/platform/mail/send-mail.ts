import type { Context } from '../context.ts';
import { PermanentFailure } from '../jobs/define-job.ts';
import { openAddress, openContent } from './mail-seal.ts';
import { failMail, finishMail, takeMail } from './outbox-rows.ts';

/**
 * Hands one mail to the mail server. Run again after it was sent it does nothing. Killed between the server's
 * answer and ours to the database it offers the mail once more, under the same Message-ID, by which mailboxes drop
 * the repeat (OPS-94): losing a mail would be worse.
 */
export async function sendMail(context: Context, mailId: string): Promise<void> {
  const { platform, actor } = context;
  if (!platform.flags.isOn('outbound_email', { tenant_id: actor.tenant_id, user_id: null, roles: [] })) {
    throw new Error('Sending mail is switched off');
  }
  const mail = await context.withTenant((tx) => takeMail(tx, mailId));
  if (!mail?.content_sealed) return;
  try {
    await platform.mail.deliver({
      id: mail.id,
      to: openAddress(platform.config, actor.tenant_id, mail.address_sealed),
      ...openContent(platform.config, actor.tenant_id, mail.content_sealed),
    });
  } catch (error) {
    const state = error instanceof PermanentFailure ? 'failed' : 'queued';
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
    await context.withTenant((tx) => failMail(tx, mail.id, state, reason));
    throw error;
  }
  const sentAt = platform.clock.now().toISOString();
  await context.withTenant((tx) => finishMail(tx, mail.id, sentAt));
}
