import type { ApiToken, ApiTokenCreate } from '@k12/contracts/identity/api-tokens';
import { newId, type Transaction } from '@k12/db';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, authorize, reachesSchool, reachesTenant } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { hashSecret } from '../../../platform/crypto/secrets.ts';
import { Problem } from '../../../platform/errors.ts';
import { decodeCursor, pageOf } from '../../../platform/http/cursor.ts';
import { displayName } from '../users/users.rules.ts';
import * as queries from './api-tokens.queries.ts';
import { stopsAt } from './api-tokens.rules.ts';
import { newTokenText } from './token-text.rules.ts';
import { writeAllUses } from './token-use.service.ts';

const shownDays = 30;
const prefixLength = 12;

export async function listMyApiTokens(context: Context): Promise<{ data: ApiToken[] }> {
  await writeAllUses(context.platform);
  return context.readTenant(async (tx) => {
    const rows = await queries.listTokensOf(tx, ownId(context));
    return { data: await presentTokens(tx, context, rows) };
  });
}

export async function listApiTokens(context: Context, query: { limit: number; cursor?: string | undefined }) {
  authorize(reachesTenant(context.actor, 'api_tokens.manage_all'), 'api_tokens.manage_all');
  await writeAllUses(context.platform);
  const after = decodeCursor(query.cursor, 2);
  return context.readTenant(async (tx) => {
    const rows = await queries.listTokens(tx, query.limit, after);
    const page = pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.created_at, row.id],
    );
    return { data: await presentTokens(tx, context, page.data), next_cursor: page.next_cursor };
  });
}

export async function createMyApiToken(context: Context, input: ApiTokenCreate) {
  requireOwnRights(context.actor, input);
  return context.withTenant((tx) => createTokenFor(tx, context, ownId(context), input));
}

/** Shown this once: the database keeps the hash (IDN-88). */
export async function createTokenFor(
  tx: Transaction,
  context: Context,
  user_id: string,
  input: ApiTokenCreate,
) {
  // It would shed the limits of the one it was made with, and outlive it.
  if (context.actor.bearer?.kind === 'api_token') throw new Problem('forbidden');
  const now = context.platform.clock.now();
  const text = newTokenText();
  const token = {
    id: newId(),
    user_id,
    name: input.name,
    prefix: text.slice(0, prefixLength),
    scopes: [...new Set(input.scopes)],
    school_id: input.school_id,
    ip_ranges: input.ip_ranges,
    created_by: ownId(context),
    created_at: now.toISOString(),
    expires_at: new Date(now.getTime() + input.expires_in_days * 86_400_000).toISOString(),
  };
  const { tenant_id } = context.actor;
  await queries.createToken(tx, token, { token_hash: hashSecret(text), tenant_id });
  await recordAudit(tx, context, {
    action: 'api_token.created',
    target_type: 'api_token',
    target_id: token.id,
    school_id: token.school_id,
    changes: { scopes: token.scopes },
  });
  const row = await queries.selectOptionalToken(tx, token.id);
  const [presented] = row ? await presentTokens(tx, context, [row]) : [];
  if (!presented) throw new Problem('internal');
  return { ...presented, token: text };
}

/** A scope nobody holds would wait for its owner to be promoted; it is refused instead (IDN-45). */
export function requireOwnRights(actor: Actor, input: ApiTokenCreate): void {
  const missing = input.scopes.filter((scope) => !actor.grants.has(scope));
  if (missing.length > 0) throw new Problem('exceeds_own_rights', { context: { capabilities: missing } });
  const { school_id } = input;
  if (!school_id || actor.school_ids.includes(school_id)) return;
  if (!reachesTenant(actor, 'schools.read') && !reachesSchool(actor, 'schools.read', school_id)) {
    throw new Problem('school_not_permitted');
  }
}

export async function revokeMyApiToken(context: Context, id: string): Promise<void> {
  await revoke(context, id, (token) => token.user_id === ownId(context));
}

export async function revokeApiToken(context: Context, id: string): Promise<void> {
  authorize(reachesTenant(context.actor, 'api_tokens.manage_all'), 'api_tokens.manage_all');
  await revoke(context, id, () => true);
}

async function revoke(
  context: Context,
  id: string,
  may: (token: queries.TokenRow) => boolean,
): Promise<void> {
  const { tenant_id } = context.actor;
  const at = context.platform.clock.now().toISOString();
  await context.withTenant(async (tx) => {
    const token = await queries.selectOptionalToken(tx, id);
    if (!token || !may(token)) throw new Problem('not_found');
    if (!(await queries.revokeToken(tx, { tenant_id, id, at, reason: 'revoked_by_user' }))) return;
    await recordAudit(tx, context, { action: 'api_token.revoked', target_type: 'api_token', target_id: id });
  });
}

async function presentTokens(
  tx: Transaction,
  context: Context,
  rows: queries.TokenRow[],
): Promise<ApiToken[]> {
  const now = context.platform.clock.now();
  const since = new Date(now.getTime() - shownDays * 86_400_000).toISOString().slice(0, 10);
  const ids = rows.map((row) => row.id);
  const calls = await queries.listCalls(tx, ids, since);
  return rows.map((row) => ({
    ...row,
    owner: { id: row.user_id, display_name: displayName(row) },
    state: stateOf(row, now),
    stops_at: stopsAt(row),
    calls_by_day: calls.filter((day) => day.token_id === row.id),
  }));
}

function stateOf(row: queries.TokenRow, now: Date): ApiToken['state'] {
  if (row.revoked_at) return 'revoked';
  if (new Date(stopsAt(row)) <= now) return 'expired';
  return row.owner_left_at ? 'orphaned' : 'active';
}

function ownId({ actor }: Context): string {
  if (!actor.user_id) throw new Problem('forbidden');
  return actor.user_id;
}
