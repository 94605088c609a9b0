import type { Receipt, WorkDraft } from '@k12/contracts/teaching/submissions';
import { describe, expect, test } from 'vitest';
import { bodyOf, textOf } from './body-text.ts';
import { WorkSaver } from './work-saver.ts';
import type { KeptWork, PendingSubmit, Sent, Work, WorkStore } from './work-wire.ts';

const empty: WorkDraft = { version: 0, body: null, files: [], links: [], edited_at: null, edited_by: null };

/** A server, a device and a clock that the test moves. */
function aDesk() {
  const server = {
    draft: empty,
    isReached: true,
    attempts: new Map<string, Work>(),
    calls: 0,
    isAnswerLost: false,
  };
  const disk = { isFull: false };
  let device: Omit<KeptWork, 'id'> | undefined;
  let time = Date.parse('2026-11-16T12:00:00Z');
  let waiting: { at: number; run: () => void }[] = [];
  const store: WorkStore = {
    get: async () => device && { ...device, id: 'x' },
    put: async (record) => {
      if (disk.isFull) throw new DOMException('No room', 'QuotaExceededError');
      device = structuredClone(record);
    },
    remove: async () => {
      device = undefined;
    },
  };
  const save = async (work: Work, version: number): Promise<Sent<WorkDraft>> => {
    server.calls += 1;
    if (!server.isReached) return { kind: 'unreached' };
    if (version !== server.draft.version) return { kind: 'conflict', current: server.draft };
    const links = work.links.map((url) => ({ url, host: 'x' }));
    server.draft = { ...empty, version: version + 1, body: bodyOf(work.text), files: work.files, links };
    if (server.isAnswerLost) return { kind: 'unreached' };
    return { kind: 'done', reply: server.draft };
  };
  const submit = async (pending: PendingSubmit): Promise<Sent<Receipt>> => {
    if (!server.isReached) return { kind: 'unreached' };
    if (!server.attempts.has(pending.key)) {
      if (pending.version !== server.draft.version) return { kind: 'conflict', current: server.draft };
      server.attempts.set(pending.key, pending.work);
      server.draft = { ...empty, version: server.draft.version + 1 };
    }
    if (server.isAnswerLost) return { kind: 'unreached' };
    return { kind: 'done', reply: { code: pending.key } as Receipt };
  };
  let keys = 0;
  const timers = {
    later: (run: () => void, ms: number) => {
      const entry = { at: time + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    now: () => new Date(time),
    newKey: () => `key-${++keys}`,
  };
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    const end = time + ms;
    await settle();
    for (;;) {
      const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      time = Math.max(time, next.at);
      waiting = waiting.filter((other) => other !== next);
      next.run();
      await settle();
    }
    time = end;
  };
  const open = async () => {
    const saver = new WorkSaver(server.draft, { save, submit }, store, timers);
    await saver.restore();
    await settle();
    return saver;
  };
  return { server, disk, open, pass, settle, device: () => device };
}

describe('writing', () => {
  test('TCH-50 goes to the device at once and to the server within 3 s, however steadily somebody types', async () => {
    const desk = aDesk();
    const saver = await desk.open();
    for (let second = 0; second < 4; second += 0.5) {
      saver.edit({ text: `typed for ${second} s` });
      await desk.pass(500);
    }
    expect(desk.device()?.work.text).toBe('typed for 3.5 s');
    expect(textOf(desk.server.draft.body)).toMatch(/^typed for/);
    await desk.pass(3_000);
    expect([textOf(desk.server.draft.body), saver.read().status]).toEqual(['typed for 3.5 s', 'saved']);
    expect(desk.device()).toBeUndefined();
  });

  test('TCH-51 without a network it stays on the device, over a reload, and goes when the network is back', async () => {
    const desk = aDesk();
    const first = await desk.open();
    desk.server.isReached = false;
    first.edit({ text: 'On the bus' });
    await desk.pass(5_000);
    expect(first.read().status).toBe('unsent');
    first.stop();
    const second = await desk.open();
    expect(second.read().work.text).toBe('On the bus');
    desk.server.isReached = true;
    second.flush();
    await desk.pass(60_000);
    expect([textOf(desk.server.draft.body), second.hasUnsent()]).toEqual(['On the bus', false]);
  });

  test('TCH-51 on a device without room it says that only the open page holds the words, and still sends them', async () => {
    const desk = aDesk();
    const saver = await desk.open();
    Object.assign(desk.disk, { isFull: true });
    desk.server.isReached = false;
    saver.edit({ text: 'On a full phone' });
    await desk.pass(5_000);
    expect([saver.read().status, saver.read().is_kept]).toEqual(['unsent', false]);
    Object.assign(desk.disk, { isFull: false });
    saver.edit({ text: 'On a phone with room' });
    await desk.settle();
    expect(saver.read().is_kept).toBe(true);
    Object.assign(desk.disk, { isFull: true });
    desk.server.isReached = true;
    await desk.pass(60_000);
    expect([textOf(desk.server.draft.body), saver.read().status]).toEqual(['On a phone with room', 'saved']);
    expect(saver.read().is_kept).toBe(true);
  });

  test('TCH-50 when two devices wrote, the student picks and the other text is kept, whichever it is', async () => {
    for (const [which, chosen, other] of [
      ['mine', 'from here', 'from the laptop'],
      ['theirs', 'from the laptop', 'from here'],
    ] as const) {
      const desk = aDesk();
      const saver = await desk.open();
      desk.server.draft = { ...empty, version: 4, body: bodyOf('from the laptop') };
      saver.edit({ text: 'from here' });
      await desk.pass(5_000);
      expect([saver.read().status, saver.theirWork()?.text]).toEqual(['conflict', 'from the laptop']);
      expect(desk.device()?.work.text).toBe('from here');
      saver.choose(which);
      await desk.pass(5_000);
      expect([textOf(desk.server.draft.body), saver.read().work.text]).toEqual([chosen, chosen]);
      saver.stop();
      const again = await desk.open();
      expect(again.read().other?.text).toBe(other);
      again.dropOther();
      await desk.settle();
      expect(desk.device()).toBeUndefined();
    }
  });

  test('TCH-50 a save whose answer got lost is not taken for somebody else’s, here or after a reload', async () => {
    for (const reloads of [false, true]) {
      const desk = aDesk();
      let saver = await desk.open();
      saver.edit({ text: 'half a sent' });
      desk.server.isAnswerLost = true;
      await desk.pass(1_500);
      saver.edit({ text: 'half a sentence, and the rest' });
      await desk.settle();
      desk.server.isAnswerLost = false;
      if (reloads) {
        saver.stop();
        saver = await desk.open();
      }
      saver.flush();
      await desk.pass(60_000);
      expect([saver.read().status, textOf(desk.server.draft.body)]).toEqual([
        'saved',
        'half a sentence, and the rest',
      ]);
    }
  });

  test('TCH-50 what the device kept meets what another device saved since: the student picks there too', async () => {
    const desk = aDesk();
    const first = await desk.open();
    desk.server.isReached = false;
    first.edit({ text: 'from here' });
    await desk.pass(5_000);
    first.stop();
    desk.server.draft = { ...empty, version: 2, body: bodyOf('from the laptop') };
    desk.server.isReached = true;
    const second = await desk.open();
    expect([second.read().status, second.read().work.text]).toEqual(['conflict', 'from here']);
    second.choose('mine');
    await desk.pass(5_000);
    expect(textOf(desk.server.draft.body)).toBe('from here');
  });
});

describe('handing in', () => {
  test('TCH-55 pressed twice, and with an answer that got lost, it is one attempt and one receipt', async () => {
    const desk = aDesk();
    const saver = await desk.open();
    saver.edit({ text: 'Done' });
    desk.server.isAnswerLost = true;
    await Promise.all([saver.submit(), saver.submit()]);
    await desk.pass(2_000);
    expect(saver.read().submit).toBe('waiting');
    saver.stop();
    const again = await desk.open();
    desk.server.isAnswerLost = false;
    again.flush();
    await desk.pass(60_000);
    expect([...desk.server.attempts.values()].map(({ text }) => text)).toEqual(['Done']);
    expect([again.read().receipt?.code, again.hasUnsent()]).toEqual(['key-1', false]);
  });

  test('TCH-51 asked for offline it waits as "not sent yet" and is sent on reconnection', async () => {
    const desk = aDesk();
    const saver = await desk.open();
    saver.edit({ text: 'Done' });
    desk.server.isReached = false;
    await saver.submit();
    await desk.pass(10_000);
    expect([saver.read().submit, desk.device()?.pending?.work.text]).toEqual(['waiting', 'Done']);
    saver.edit({ text: 'changed after handing in' });
    expect(saver.read().work.text).toBe('Done');
    desk.server.isReached = true;
    saver.flush();
    await desk.pass(60_000);
    expect(saver.read().receipt?.code).toBe('key-1');
  });

  test('TCH-50 a newer draft of another device stops the hand-in until the student has seen it', async () => {
    const desk = aDesk();
    const saver = await desk.open();
    desk.server.draft = { ...empty, version: 3, body: bodyOf('from the laptop') };
    saver.edit({ text: 'from here' });
    await saver.submit();
    await desk.pass(5_000);
    expect([saver.read().status, desk.server.attempts.size]).toEqual(['conflict', 0]);
    saver.choose('theirs');
    await saver.submit();
    await desk.pass(5_000);
    expect([...desk.server.attempts.values()].map(({ text }) => text)).toEqual(['from the laptop']);
  });
});

test('TCH-50 lines become paragraphs and come back as they were', () => {
  const text = 'First line\n\nThird line';
  expect(textOf(bodyOf(text))).toBe(text);
  expect(bodyOf('  \n ')).toBeNull();
});
