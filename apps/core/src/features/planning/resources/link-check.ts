import type { ResourceHealth } from '@k12/contracts/planning/resource-records';
import type { Platform } from '../../../platform/context.ts';
import { ReplyTooLarge, safeFetch } from '../../../platform/outbound/safe-fetch.ts';
import { healthOf, titleInPage } from './resources.rules.ts';

const timeout_ms = 5_000;
const max_bytes = 1_048_576;

export interface LinkLook {
  health: ResourceHealth;
  title: string | null;
}

/**
 * Asks the address through the guarded fetcher (PLN-134). What it refuses to call is reported like what does not
 * answer, so that nobody learns from it what the network inside looks like.
 */
export async function lookAtLink({ url_rules }: Platform, url: string): Promise<LinkLook> {
  const { port } = new URL(url);
  // Teachers link to plain http pages; the rest of the rules, above all about addresses, stays.
  const rules = { ...url_rules, allow_http: url_rules.allow_http || port === '' };
  try {
    const headers = { accept: 'text/html,*/*;q=0.5', 'user-agent': 'Homeroom link check' };
    const reply = await safeFetch(url, rules, { timeout_ms, max_bytes, headers });
    const health = healthOf(reply.status);
    const isPage = /html/i.test(reply.headers['content-type'] ?? '');
    return { health, title: health === 'ok' && isPage ? titleInPage(reply.body.toString('utf8')) : null };
  } catch (error) {
    return { health: error instanceof ReplyTooLarge ? 'ok' : 'unreachable', title: null };
  }
}
