import type { Platform } from '../platform/context.ts';
import { openContent } from '../platform/mail/mail-seal.ts';
import type { RenderedMail } from '../platform/mail/render-mail.ts';
import { build, type TestPerson } from './people.ts';

/** The mails written to somebody, oldest first, as they would leave. */
export async function mailsTo(
  platform: Platform,
  person: TestPerson,
): Promise<(RenderedMail & { template: string })[]> {
  const rows = await build(platform, (tx) =>
    tx
      .selectFrom('outbox_mails')
      .selectAll()
      .where('to_user_id', '=', person.id)
      .orderBy('created_at')
      .execute(),
  );
  return rows.flatMap((row) =>
    row.content_sealed
      ? [{ template: row.template, ...openContent(platform.config, person.tenant_id, row.content_sealed) }]
      : [],
  );
}

/** The last part of the address behind the button of the newest mail of a kind. */
export async function linkTokenFor(
  platform: Platform,
  person: TestPerson,
  template: string,
): Promise<string> {
  const mail = (await mailsTo(platform, person)).filter((one) => one.template === template).at(-1);
  const token = mail?.text.match(/https?:\/\/\S+\/([A-Za-z0-9_-]{20,})/)?.[1];
  if (!token) throw new Error(`No mail ${template} with a link for ${person.email}`);
  return token;
}
