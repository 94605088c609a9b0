import { newId, type Transaction } from '@k12/db';
import type { Context } from '../context.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { type MailTemplate, mailLocale } from './define-mail.ts';
import { sendMailJob, sendUrgentMailJob } from './mail.jobs.ts';
import { sealMail } from './mail-seal.ts';
import { createMail, selectRecipient, selectSender } from './outbox-rows.ts';
import { renderMail } from './render-mail.ts';

interface MailRequest<Values> {
  template: MailTemplate<Values>;
  values: Values;
  /** Otherwise the person's language, then the organisation's. */
  locale?: string | null;
}

export type Addressee = { to_user_id: string } | { address: string };

/**
 * Puts a mail into the outbox, in the transaction of the change it tells of. Gives its id; null when the person
 * has no address, as young students do.
 */
export async function queueMail<Values>(
  tx: Transaction,
  context: Context,
  request: MailRequest<Values> & Addressee,
): Promise<string | null> {
  const { platform, actor } = context;
  const { template } = request;
  const to_user_id = 'to_user_id' in request ? request.to_user_id : null;
  const [sender, person] = await Promise.all([
    selectSender(tx, actor.tenant_id),
    to_user_id === null ? undefined : selectRecipient(tx, to_user_id),
  ]);
  const address = 'address' in request ? request.address : person?.email;
  if (!address) return null;
  const locale = mailLocale(request.locale, person?.locale, sender.locale);
  const frame = { locale, organisation: sender.name, web_url: platform.config.WEB_URL };
  const content = renderMail(template.texts[locale](request.values), frame);
  const id = newId();
  const sends = platform.mail.sends;
  await createMail(tx, {
    id,
    to_user_id,
    template: template.key,
    locale,
    ...sealMail(platform.config, actor.tenant_id, { address, content }),
    state: sends ? 'queued' : 'captured',
    created_at: platform.clock.now().toISOString(),
  });
  const job = template.urgent ? sendUrgentMailJob : sendMailJob;
  if (sends) await enqueue(tx, context, job, { mail_id: id });
  return id;
}
