import type { FastifyReply } from 'fastify';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';

/** A page that reads this slowly is not looked at; it reads everything anew when it comes back. */
const maxWaitingBytes = 256 * 1024;
const reconnectMs = 3_000;

/** Opens the stream of one page. It ends with its session, with the process, or when the page goes (UXP-17). */
export async function streamLiveEvents(context: Context, reply: FastifyReply): Promise<never> {
  const { actor, platform } = context;
  if (!actor.session || !actor.user_id) throw new Problem('forbidden');
  const { raw } = reply;
  const connection = {
    tenant_id: actor.tenant_id,
    user_id: actor.user_id,
    session_id: actor.session.id,
    school_ids: new Set(actor.school_ids),
    send(name: string, details: unknown) {
      if (raw.writableLength > maxWaitingBytes) return false;
      raw.write(`event: ${name}\ndata: ${JSON.stringify(details)}\n\n`);
      return true;
    },
    ping: () => void raw.write(': still here\n\n'),
    end: () => void raw.end(),
  };
  const opened = await platform.live.open(connection);
  if (!opened) throw new Problem('unavailable', { retry_after: 30 });
  raw.on('close', () => platform.live.leave(connection));
  reply.hijack();
  raw.writeHead(200, {
    ...reply.getHeaders(),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies that collect replies before passing them on leave this one alone.
    'x-accel-buffering': 'no',
  } as Record<string, string>);
  raw.write(`retry: ${reconnectMs}\n: open\n\n`);
  return undefined as never;
}
