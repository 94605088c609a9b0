import { personKeyPurpose } from '../../../platform/audit/person-keys.ts';
import type { Backfill, Batch } from '../../../platform/backfills/define-backfill.ts';
import { currentKeyId, reseal } from '../../../platform/crypto/sealed.ts';
import { mailPurpose } from '../../../platform/mail/mail-seal.ts';
import { totpPurpose } from '../../identity/mfa/factors.service.ts';
import * as queries from './reseal.queries.ts';

const purpose =
  'Seals stored values with the first key of ENCRYPTION_KEY, so that a former one can be taken out';

/** OPS-138. Answers of idempotency keys (a day) and of refreshed apps (seconds) leave by themselves. */
export const resealTotpFactors: Backfill = {
  name: 'reseal_totp_factors',
  purpose: `${purpose}: secrets of authenticator apps`,
  remaining: (tx, { config }) => queries.countTotpToReseal(tx, currentKeyId(config.ENCRYPTION_KEY)),
  async batch(tx, { config }, after, limit) {
    const key = config.ENCRYPTION_KEY;
    const rows = await queries.listTotpToReseal(tx, currentKeyId(key), readPosition(after), limit);
    for (const { tenant_id, user_id, secret } of rows) {
      const sealed = reseal(key, totpPurpose(tenant_id, user_id), secret);
      await queries.updateTotpSeal(tx, { tenant_id, id: user_id }, sealed);
    }
    return batchOf(rows.map(({ tenant_id, user_id }) => ({ tenant_id, id: user_id })));
  },
};

export const resealMails: Backfill = {
  name: 'reseal_mails',
  purpose: `${purpose}: addresses and contents of mails`,
  remaining: (tx, { config }) => queries.countMailsToReseal(tx, currentKeyId(config.ENCRYPTION_KEY)),
  async batch(tx, { config }, after, limit) {
    const key = config.ENCRYPTION_KEY;
    const rows = await queries.listMailsToReseal(tx, currentKeyId(key), readPosition(after), limit);
    for (const { tenant_id, id, address_sealed, content_sealed } of rows) {
      const anew = (sealed: Buffer) => Buffer.from(reseal(key, mailPurpose(tenant_id), sealed.toString()));
      await queries.updateMailSeal(
        tx,
        { tenant_id, id },
        { address_sealed: anew(address_sealed), content_sealed: content_sealed && anew(content_sealed) },
      );
    }
    return batchOf(rows);
  },
};

export const resealPersonKeys: Backfill = {
  name: 'reseal_person_keys',
  purpose: `${purpose}: keys of what audit events say of people`,
  remaining: (tx, { config }) => queries.countPersonKeysToReseal(tx, currentKeyId(config.ENCRYPTION_KEY)),
  async batch(tx, { config }, after, limit) {
    const key = config.ENCRYPTION_KEY;
    const rows = await queries.listPersonKeysToReseal(tx, currentKeyId(key), readPosition(after), limit);
    for (const { tenant_id, user_id, sealed_key } of rows) {
      const sealed = reseal(key, personKeyPurpose(tenant_id, user_id), sealed_key);
      await queries.updatePersonKeySeal(tx, { tenant_id, id: user_id }, sealed);
    }
    return batchOf(rows.map(({ tenant_id, user_id }) => ({ tenant_id, id: user_id })));
  },
};

function readPosition(position: string | null): queries.Key | null {
  if (position === null) return null;
  const [tenant_id = '', id = ''] = position.split(' ');
  return { tenant_id, id };
}

function batchOf(keys: queries.Key[]): Batch {
  const last = keys.at(-1);
  return { rows: keys.length, position: last ? `${last.tenant_id} ${last.id}` : null };
}
