import { randomInt } from 'node:crypto';
import { newId, type Transaction } from '@k12/db';
import type { Platform } from '../../../platform/context.ts';
import { hashSecret, newSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import * as queries from './one-time-links.queries.ts';

export type LinkPurpose = queries.LinkPurpose;

export interface LinkRequest {
  tenant_id: string;
  user_id: string;
  purpose: LinkPurpose;
  created_by: string | null;
  now: Date;
  minutes: number;
}

export interface MadeLink {
  token: string;
  expires_at: string;
}

/** A link that works once, hashed at rest; the former ones of its kind stop working (IDN-68). */
export async function createLink(tx: Transaction, request: LinkRequest): Promise<MadeLink> {
  const token = newSecret();
  const made = await storeLink(tx, request, hashSecret(token));
  const { tenant_id } = request;
  await queries.createLinkEntry(tx, { ...made, token_hash: hashSecret(token), tenant_id });
  return { token, expires_at: made.expires_at };
}

/** Without letters and digits that look alike when read from a screen or a slip of paper. */
const codeAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 10;

/** A code to be typed in place of the password; it works for this one person only. */
export async function createTemporaryCode(
  tx: Transaction,
  request: Omit<LinkRequest, 'purpose'>,
): Promise<MadeLink> {
  const letters = Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join(
    '',
  );
  const hash = codeHash(request.user_id, letters);
  const { expires_at } = await storeLink(tx, { ...request, purpose: 'temporary_code' }, hash);
  return { token: `${letters.slice(0, 5)}-${letters.slice(5)}`, expires_at };
}

/** Spends the person's code if this is it. */
export async function spendTemporaryCode(
  tx: Transaction,
  userId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  if (letters.length !== codeLength) return false;
  const link = await queries.selectOptionalLink(tx, codeHash(userId, letters));
  if (link?.user_id !== userId || link.purpose !== 'temporary_code' || new Date(link.expires_at) <= now)
    return false;
  return queries.spendLink(tx, link.id, now.toISOString());
}

async function storeLink(tx: Transaction, request: LinkRequest, tokenHash: Buffer) {
  const created_at = request.now.toISOString();
  const expires_at = new Date(request.now.getTime() + request.minutes * 60_000).toISOString();
  const { user_id, purpose, created_by } = request;
  const id = newId();
  if (purpose !== 'not_me') await queries.revokeLinks(tx, user_id, [purpose], created_at);
  await queries.createLink(tx, {
    id,
    user_id,
    purpose,
    token_hash: tokenHash,
    created_by,
    created_at,
    expires_at,
  });
  return { link_id: id, expires_at };
}

function codeHash(userId: string, letters: string): Buffer {
  return hashSecret(`${userId}:${letters}`);
}

export interface OpenLink {
  id: string;
  tenant_id: string;
  user_id: string;
  purpose: LinkPurpose;
}

/** A link that is unknown, used, revoked or over is gone; which of these is nobody's business. */
export async function openLink(
  platform: Platform,
  token: string,
  purposes: readonly LinkPurpose[],
): Promise<OpenLink> {
  const hash = hashSecret(token);
  const entry = await queries.selectOptionalLinkEntry(platform.db, hash);
  if (!entry || new Date(entry.expires_at) <= platform.clock.now()) throw new Problem('gone');
  const { tenant_id } = entry;
  const link = await platform.db.withTenant({ tenant_id }, (tx) => queries.selectOptionalLink(tx, hash));
  if (!link || !purposes.includes(link.purpose)) throw new Problem('gone');
  return { id: link.id, tenant_id, user_id: link.user_id, purpose: link.purpose };
}

/** Two browsers may hold the same link: the first one to finish has it. */
export async function spendLink(tx: Transaction, link: OpenLink, now: Date): Promise<void> {
  if (!(await queries.spendLink(tx, link.id, now.toISOString()))) throw new Problem('gone');
}

export async function revokeLinks(
  tx: Transaction,
  userId: string,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<void> {
  await queries.revokeLinks(tx, userId, purposes, now.toISOString());
}
