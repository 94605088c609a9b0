import { streamEvents } from '@k12/contracts/communication/notifications';
import { apiPrefix } from '../platform/http/register-routes.ts';
import type { TestActor } from './test-server.ts';

export interface StreamedEvent {
  name: string;
  details: Record<string, unknown>;
}

/** A page with an open stream; keeps what it was told. */
export async function openStream(actor: TestActor) {
  const stop = new AbortController();
  const cookie = Object.entries(actor.cookies).map(([name, value]) => `${name}=${value}`);
  const response = await fetch(actor.server.origin + apiPrefix + streamEvents.path, {
    headers: { cookie: cookie.join('; '), accept: 'text/event-stream' },
    signal: stop.signal,
  });
  const events: StreamedEvent[] = [];
  const stream = {
    status: response.status,
    headers: response.headers,
    events,
    ended: false,
    close: () => stop.abort(),
  };
  if (response.ok) void read(response, stream).catch(() => undefined);
  return stream;
}

async function read(response: Response, stream: { events: StreamedEvent[]; ended: boolean }): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const name = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (name) stream.events.push({ name, details: JSON.parse(data ?? '{}') });
    }
  }
  stream.ended = true;
}
