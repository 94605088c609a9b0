import type { Config } from '../config.ts';
import { seal, unseal } from '../crypto/sealed.ts';
import type { RenderedMail } from './render-mail.ts';

type Key = Pick<Config, 'ENCRYPTION_KEY'>;

/** A link in a mail opens an account, so it is not readable in a copy of the database. Bound to the tenant. */
export function sealMail(config: Key, tenantId: string, mail: { address: string; content: RenderedMail }) {
  const sealed = (text: string) => Buffer.from(seal(config.ENCRYPTION_KEY, mailPurpose(tenantId), text));
  return { address_sealed: sealed(mail.address), content_sealed: sealed(JSON.stringify(mail.content)) };
}

export function openAddress(config: Key, tenantId: string, sealed: Buffer): string {
  return unseal(config.ENCRYPTION_KEY, mailPurpose(tenantId), sealed.toString());
}

export function openContent(config: Key, tenantId: string, sealed: Buffer): RenderedMail {
  return JSON.parse(openAddress(config, tenantId, sealed));
}

export function mailPurpose(tenantId: string): string {
  return `mail:${tenantId}`;
}
