import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlanDocument } from '../document/plan-document.ts';
import { Autosave } from './autosave.ts';
import type { DraftWrite, KeptRecord, SendOutcome, TabNews } from './draft-wire.ts';
import { keptDifferences } from './kept-differences.ts';

const now = '2026-11-05T10:42:00Z';
const ravi = { id: crypto.randomUUID(), display_name: 'Ravi Iyer' };

/** A server that answers as told, and a device that keeps. */
function world(content: Record<string, unknown> = { idea: 'Life', notes: 'old' }, revision = 4) {
  const sent: DraftWrite[] = [];
  const answers: SendOutcome[] = [];
  const kept = new Map<string, KeptRecord>();
  const keptBeforeSending: boolean[] = [];
  const hearing = new Set<(news: TabNews) => void>();
  const server = { revision, content };
  const document = new PlanDocument(content);
  const saver = new Autosave({
    visit: { id: 'visit', owner: 'me', plan_id: 'unit' },
    document,
    draft: { revision, last_edited_at: now },
    ports: {
      read: async () => ({ ...server, last_edited_at: now }),
      send: async (write) => {
        sent.push(structuredClone(write));
        keptBeforeSending.push(kept.get('visit')?.sending?.change_id === write.change_id);
        const answer = answers.shift();
        if (answer) return answer;
        server.revision = write.revision + 1;
        return saved(server.revision);
      },
      kept: {
        put: async (record) => void kept.set(record.id, structuredClone(record)),
        remove: async (id) => void kept.delete(id),
        leftBehind: async () => [...kept.values()],
      },
      tabs: {
        tell: (news) => {
          for (const hear of hearing) hear(news);
        },
        listen: (hear) => {
          hearing.add(hear);
          return () => hearing.delete(hear);
        },
      },
    },
  });
  const type = (path: string, value: unknown) => document.edit([{ op: 'set', path, value }], { place: path });
  return { saver, document, sent, answers, kept, keptBeforeSending, server, type, hearing };
}

function saved(revision: number, merged: unknown[] = []): SendOutcome {
  return {
    kind: 'saved',
    saved: { revision, last_edited_at: now, last_editor: ravi, merged: merged as never },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('PLN-02 what is typed is sent 2 s after the last keystroke, as one write on the revision it was based on', async () => {
  const { saver, sent, type } = world();
  type('/idea', 'Life r');
  await vi.advanceTimersByTimeAsync(1_900);
  type('/idea', 'Life runs');
  await vi.advanceTimersByTimeAsync(1_900);
  expect(sent).toEqual([]);
  expect(saver.state().kind).toBe('waiting');
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toMatchObject([
    { revision: 4, section_key: 'idea', changes: [{ op: 'set', path: '/idea', value: 'Life runs' }] },
  ]);
  expect(saver.state()).toEqual({ kind: 'saved', at: now });
});

test('PLN-02 leaving a field, a tab or the page sends at once', async () => {
  const { saver, sent, type } = world();
  type('/idea', 'At once');
  saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  type('/idea', 'On leaving');
  saver.flush({ leaving: true });
  // Before the page is gone, so in this very turn.
  expect(sent).toHaveLength(2);
});

test('PLN-03 an edit is on the device before it is sent, and leaves it once it has arrived', async () => {
  const { saver, kept, keptBeforeSending, type } = world();
  type('/idea', 'Kept');
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.get('visit')).toMatchObject({ plan_id: 'unit', revision: 4, waiting: [{ value: 'Kept' }] });
  saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(keptBeforeSending).toEqual([true]);
  expect(kept.size).toBe(0);
});

test('PLN-02 PLN-03 a failed write is repeated with growing pauses under the same id, and what was typed meanwhile follows it', async () => {
  const { saver, sent, answers, type, kept } = world();
  for (let time = 0; time < 4; time += 1) answers.push({ kind: 'later', after_ms: 0 });
  type('/idea', 'First');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saver.state().kind).toBe('retrying');
  type('/notes', 'Second');
  saver.flush();
  await vi.advanceTimersByTimeAsync(400);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  const ids = sent.map(({ change_id }) => change_id);
  expect(ids.slice(0, 5)).toEqual(Array(5).fill(ids[0]));
  expect(sent.slice(5)).toMatchObject([{ revision: 5, changes: [{ path: '/notes', value: 'Second' }] }]);
  expect(new Set(ids).size).toBe(2);
  expect(saver.state().kind).toBe('saved');
  expect(kept.size).toBe(0);
});

test('PLN-03 with the connection back nothing waits for the next attempt', async () => {
  const { saver, sent, answers, type } = world();
  for (let time = 0; time < 8; time += 1) answers.push({ kind: 'later', after_ms: 0 });
  type('/idea', 'Offline');
  await vi.advanceTimersByTimeAsync(2_000);
  while (answers.length > 0) await vi.advanceTimersByTimeAsync(10_000);
  const before = sent.length;
  saver.retryNow();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(before + 1);
  expect(saver.state().kind).toBe('saved');
});

test('PLN-06 what others changed elsewhere is shown, and is not sent again as our own', async () => {
  const { saver, document, sent, answers, type } = world();
  answers.push(saved(9, [{ path: '/notes', value: 'theirs', author: ravi, at: now }]));
  type('/idea', 'mine');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(document.content()).toEqual({ idea: 'mine', notes: 'theirs' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(1);
  type('/idea', 'mine again');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent[1]?.revision).toBe(9);
  expect(saver.state().kind).toBe('saved');
});

test('PLN-07 a merge into what is being typed right now asks instead of overwriting either', async () => {
  const { saver, document, answers, type } = world();
  answers.push(saved(9, [{ path: '/notes', value: 'theirs', author: ravi, at: now }]));
  type('/idea', 'mine');
  saver.flush();
  type('/notes', 'typed during the flight');
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.state()).toMatchObject({
    kind: 'conflict',
    conflicts: [{ path: '/notes', mine: 'typed during the flight', theirs: 'theirs' }],
  });
  expect(document.value('/notes')).toBe('typed during the flight');
});

const clash = (path: string, mine: unknown, theirs: unknown) => ({
  path,
  mine,
  theirs,
  author: ravi,
  at: now,
});

test('PLN-09 choices per field become one new write on the present revision', async () => {
  const { saver, document, sent, answers, server, type } = world({ a: '', b: '', c: '', d: '' });
  answers.push({
    kind: 'conflict',
    conflicts: [
      clash('/a', 'my a', 'their a'),
      clash('/b', 'my b', 'their b'),
      clash('/c', 'my c', 'their c'),
    ],
  });
  for (const key of ['a', 'b', 'c', 'd']) type(`/${key}`, `my ${key}`);
  await vi.advanceTimersByTimeAsync(2_000);
  Object.assign(server, { revision: 11, content: { a: 'their a', b: 'their b', c: 'their c', d: '' } });
  await saver.resolve({
    '/a': { take: 'mine' },
    '/b': { take: 'theirs' },
    '/c': { take: 'both', value: 'their c my c' },
  });
  expect(sent).toHaveLength(2);
  expect(sent[1]?.revision).toBe(11);
  expect(document.content()).toEqual({ a: 'my a', b: 'their b', c: 'their c my c', d: 'my d' });
  const written = sent[1]?.changes.map((change) => [change.path, 'value' in change && change.value]);
  expect(written?.sort()).toEqual([
    ['/a', 'my a'],
    ['/c', 'their c my c'],
    ['/d', 'my d'],
  ]);
  expect(saver.state().kind).toBe('saved');
});

test('PLN-04 kept edits of an earlier visit are told apart from what arrived, and taken over under their own id', async () => {
  const write: DraftWrite = {
    revision: 4,
    change_id: crypto.randomUUID(),
    changes: [{ op: 'set', path: '/idea', value: 'typed before the crash' }],
  };
  const left: KeptRecord = {
    id: 'earlier',
    owner: 'me',
    plan_id: 'unit',
    revision: 4,
    sending: write,
    waiting: [{ op: 'set', path: '/notes', value: 'never sent' }],
    edited_at: now,
  };
  // The first write had arrived, only its answer was lost.
  const { saver, document, sent, kept } = world({ idea: 'typed before the crash', notes: 'old' }, 5);
  kept.set('earlier', left);
  expect(keptDifferences(document.content(), left)).toEqual([
    { path: '/notes', before: 'old', after: 'never sent' },
  ]);
  const other = { ...left, waiting: [] };
  expect(keptDifferences(document.content(), other)).toEqual([]);
  await saver.takeOver(left);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent[0]?.change_id).toBe(write.change_id);
  expect(sent[1]?.changes).toEqual(left.waiting);
  expect(kept.size).toBe(0);
});

test('PLN-06 two tabs of one person follow each other and never conflict with themselves', async () => {
  const { document, sent, hearing, type } = world();
  const news = {
    plan_id: 'unit',
    revision: 5,
    changes: [{ op: 'set', path: '/idea', value: 'other tab' }],
    at: now,
  };
  for (const hear of hearing) hear(news as TabNews);
  expect(document.value('/idea')).toBe('other tab');
  type('/idea', 'other tab, and this one');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toMatchObject([{ revision: 5 }]);
});

test('PLN-26 edits of a place locked meanwhile are given up with the reason, and the others are saved', async () => {
  const { saver, sent, answers, type } = world();
  answers.push({ kind: 'refused', message: 'This part is locked', locked_path: '/idea' });
  type('/idea', 'mine');
  type('/notes', 'kept');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saver.state()).toEqual({ kind: 'refused', message: 'This part is locked' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent[1]?.changes).toEqual([{ op: 'set', path: '/notes', value: 'kept' }]);
  expect(saver.state().kind).toBe('saved');
});
