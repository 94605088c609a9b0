// One person who keeps writing through the web address and repeats a write, with its key, until it is answered.
import { randomUUID } from 'node:crypto';
import type { RunningInstance } from '../launcher/running.ts';

export type Kind = 'school' | 'user';
export type Acknowledged = { kind: Kind; id: string; name: string; attempts: number };

export type Writer = {
  acknowledged: Acknowledged[];
  /** Answers other than success, by status, and what could not be reached at all. */
  setbacks: Map<string, number>;
  refused: string[];
  run(until: () => boolean): Promise<void>;
};

type Answer = { ok: boolean; status: number; text: string };
type Send = (path: string, init?: RequestInit) => Promise<Response>;

export async function createWriter(instance: RunningInstance, number: number): Promise<Writer> {
  const send = await signedIn(instance);
  const roles = await read<{ data: { id: string; key: string }[] }>(send, '/roles');
  const schools = await read<{ data: { id: string }[] }>(send, '/schools');
  const role_id = roles.data.find(({ key }) => key === 'teacher')?.id;
  const school_id = schools.data[0]?.id;
  const writer: Writer = { acknowledged: [], setbacks: new Map(), refused: [], run };

  async function run(until: () => boolean): Promise<void> {
    for (let at = 0; !until(); at++) await write(at % 2 === 0 ? 'school' : 'user');
  }

  async function write(kind: Kind): Promise<void> {
    // A code has at most forty characters.
    const name = `fault-${number}-${randomUUID().slice(0, 23)}`;
    const body =
      kind === 'school'
        ? { name, code: name, time_zone: 'UTC' }
        : {
            given_name: 'Fault',
            family_name: name,
            email: `${name}@fault.example`,
            role_id,
            school_id,
            invite: true,
          };
    const init = { method: 'POST', headers: { 'idempotency-key': name }, body: JSON.stringify(body) };
    const deadline = Date.now() + 120_000;
    for (let attempts = 1; Date.now() < deadline; attempts++) {
      const answer = await attempt(`/${kind}s`, init);
      if (answer?.ok) {
        const { id } = JSON.parse(answer.text) as { id: string };
        writer.acknowledged.push({ kind, id, name, attempts });
        return;
      }
      if (answer && !isPassing(answer)) {
        writer.refused.push(`${name}: ${answer.status} ${answer.text.slice(0, 160)}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    writer.refused.push(`${name}: not answered in time`);
  }

  /** Undefined when there was no whole answer: an acknowledgement cut short is none. */
  async function attempt(path: string, init: RequestInit): Promise<Answer | undefined> {
    try {
      const answer = await send(path, init);
      const text = await answer.text();
      if (!answer.ok) note(String(answer.status));
      return { ok: answer.ok, status: answer.status, text };
    } catch (error) {
      return note(error instanceof Error ? error.name : 'failed');
    }
  }

  function note(what: string): undefined {
    writer.setbacks.set(what, (writer.setbacks.get(what) ?? 0) + 1);
  }
  return writer;
}

/** Our side failed, asks to wait, or still holds the key for the attempt before. */
function isPassing({ status, text }: Answer): boolean {
  return status >= 500 || status === 429 || /still|progress|running/.test(text);
}

async function read<T>(send: Send, path: string): Promise<T> {
  const answer = await send(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as T;
}

async function signedIn(instance: RunningInstance): Promise<Send> {
  const account = instance.demo_accounts.find(({ identifier }) => identifier.startsWith('district@'));
  if (!account) throw new Error('There is no demo account that may create schools.');
  const { web } = instance.addresses;
  const cookies = new Map<string, string>();
  let token = '';
  const send: Send = async (path, init = {}) => {
    const answer = await fetch(`${web}/api/v1${path}`, {
      ...init,
      signal: AbortSignal.timeout(10_000),
      headers: {
        origin: web,
        'content-type': 'application/json',
        'x-csrf-token': token,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  };
  const renew = async () => {
    token = (await read<{ csrf_token: string }>(send, '/csrf')).csrf_token;
  };
  await renew();
  const body = JSON.stringify({ identifier: account.identifier, password: account.password });
  const answer = await send('/session', { method: 'POST', body });
  if (!answer.ok) throw new Error(`/session answered ${answer.status}: ${await answer.text()}`);
  await renew();
  return send;
}
