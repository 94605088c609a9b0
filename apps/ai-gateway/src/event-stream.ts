import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { StreamedPiece } from './generate.ts';
import { asProblem, problemBody } from './problem.ts';

/** Server-sent events. A failure before the first piece is an ordinary problem reply; a later one is an event. */
export async function sendEventStream(
  reply: FastifyReply,
  pieces: AsyncGenerator<StreamedPiece>,
): Promise<FastifyReply> {
  const first = await pieces.next();
  const { raw } = reply;
  const headers = Object.entries(reply.getHeaders()).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  reply.hijack();
  raw.writeHead(200, { ...Object.fromEntries(headers), 'content-type': 'text/event-stream; charset=utf-8' });
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  try {
    for (let step = first; !step.done && !gone.signal.aborted; step = await pieces.next()) {
      const { event, ...rest } = step.value;
      const line = `event: ${event}\ndata: ${JSON.stringify('done' in rest ? rest.done : rest)}\n\n`;
      if (!raw.write(line)) await once(raw, 'drain', { signal: gone.signal }).catch(() => undefined);
    }
  } catch (error) {
    reply.log.error({ err: error, request_id: reply.request.id }, 'stream failed');
    raw.write(`event: problem\ndata: ${JSON.stringify(problemBody(asProblem(error), reply.request.id))}\n\n`);
  } finally {
    await pieces.return(undefined);
    raw.end();
  }
  return reply;
}
