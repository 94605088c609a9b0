import { z } from 'zod';
import { defineJob } from '../jobs/define-job.ts';
import { sendMail } from './send-mail.ts';

const settings = {
  version: 1,
  schema: z.strictObject({ mail_id: z.uuid() }),
  first_retry_seconds: 60,
  time_limit_seconds: 120,
};

export const sendMailJob = defineJob({
  ...settings,
  name: 'mail.send',
  queue: 'default',
  run: (context, { mail_id }) => sendMail(context, mail_id),
});

/** Codes and resets: somebody waits for them (OPS-100). */
export const sendUrgentMailJob = defineJob({
  ...settings,
  name: 'mail.send_urgent',
  queue: 'critical',
  first_retry_seconds: 5,
  run: (context, { mail_id }) => sendMail(context, mail_id),
});
