import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';
import { PermanentFailure } from '../jobs/define-job.ts';
import type { RenderedMail } from './render-mail.ts';

export interface OutgoingMail extends RenderedMail {
  /** Of the row in the outbox: the same for every try, so that a mailbox can tell a repeat. */
  id: string;
  to: string;
}

export interface MailTransport {
  /** False when there is no mail server and mail stays in the outbox page. */
  sends: boolean;
  deliver(mail: OutgoingMail): Promise<void>;
  close(): void;
}

export function createMailTransport(config: Config): MailTransport {
  if (!config.SMTP_URL) return { sends: false, deliver: refuse, close: () => undefined };
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
  const smtp = createTransport({ url: config.SMTP_URL, ...timeouts });
  const domain = new URL(config.WEB_URL).hostname;
  return {
    sends: true,
    deliver: async ({ id, to, subject, text, html }) => {
      const messageId = `<${id}@${domain}>`;
      try {
        await smtp.sendMail({
          from: config.MAIL_FROM,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId,
        });
      } catch (error) {
        throw isRefused(error)
          ? new PermanentFailure('The mail server refused the mail', { cause: error })
          : error;
      }
    },
    close: () => smtp.close(),
  };
}

/** 5xx: this mail will not be taken however often it is offered (OPS-95). */
function isRefused(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: number };
  return responseCode !== undefined && responseCode >= 500;
}

async function refuse(): Promise<void> {
  throw new Error('There is no mail server');
}
