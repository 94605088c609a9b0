import { ApiProblem } from '@k12/contracts/client';
import type { RubricMarks } from '@k12/contracts/teaching/rubric-assessments';
import { expect, test, vi } from 'vitest';
import { JudgementSaver } from './judgement-saver.ts';

const refused = (status: number, code: string) =>
  new ApiProblem({ type: 'about:blank', title: code, status, code, request_id: 'r-1' });

/** A server and a device that may be cut off from each other. */
function aDesk() {
  const server = {
    saved: null as { marks: RubricMarks; lock_version: number } | null,
    failure: null as Error | null,
  };
  let device: string | null = null;
  let waiting: (() => void) | null = null;
  const store = {
    get: () => (device === null ? null : (JSON.parse(device) as RubricMarks)),
    put: (chosen: RubricMarks | null) => {
      device = chosen && JSON.stringify(chosen);
    },
  };
  const calls = {
    save: async (marks: RubricMarks, lock_version: number | null) => {
      if (server.failure) throw server.failure;
      if (lock_version !== (server.saved?.lock_version ?? null)) throw refused(409, 'version_conflict');
      server.saved = { marks, lock_version: (lock_version ?? 0) + 1 };
      return server.saved;
    },
    read: async () => server.saved,
  };
  const later = (run: () => void) => {
    waiting = run;
    return () => {
      waiting = null;
    };
  };
  const open = () => {
    const saver = new JudgementSaver(server.saved, calls, store, { later });
    saver.start();
    return saver;
  };
  return { server, open, kept: store.get, retry: () => waiting?.() };
}

const ratingOf = (marks: RubricMarks | undefined, criterion: string) => marks?.[criterion]?.rating_id;

test('TCH-88 each choice is saved, also those made while another is on its way', async () => {
  const { server, open, kept } = aDesk();
  const saver = open();
  saver.choose('evidence', 'partly');
  saver.choose('reasoning', 'clear');
  saver.choose('evidence', 'clear');
  await vi.waitFor(() => expect(saver.read().state).toBe('saved'));
  expect(ratingOf(server.saved?.marks, 'evidence')).toBe('clear');
  expect(ratingOf(server.saved?.marks, 'reasoning')).toBe('clear');
  expect(kept()).toBeNull();
});

test('TCH-88 TCH-51 what was chosen without a network survives the page and is sent when it is back', async () => {
  const { server, open, kept, retry } = aDesk();
  server.failure = new TypeError('Failed to fetch');
  const saver = open();
  saver.choose('evidence', 'partly');
  expect(ratingOf(kept() ?? {}, 'evidence')).toBe('partly');
  await vi.waitFor(() => expect(saver.read().state).toBe('unsent'));
  saver.stop();
  const again = open();
  expect(ratingOf(again.read().marks, 'evidence')).toBe('partly');
  await vi.waitFor(() => expect(again.read().state).toBe('unsent'));
  server.failure = null;
  retry();
  await vi.waitFor(() => expect(again.read().state).toBe('saved'));
  expect(ratingOf(server.saved?.marks, 'evidence')).toBe('partly');
});

test('TCH-88 what was chosen on two devices is brought together, and the last choice of one criterion counts', async () => {
  const { server, open } = aDesk();
  const saver = open();
  const mark = { points: null, comment: '' };
  const marks = { evidence: { ...mark, rating_id: 'clear' }, reasoning: { ...mark, rating_id: 'not yet' } };
  server.saved = { marks, lock_version: 1 };
  saver.choose('evidence', 'partly');
  await vi.waitFor(() => expect(saver.read().state).toBe('saved'));
  expect(ratingOf(server.saved.marks, 'evidence')).toBe('partly');
  expect(ratingOf(server.saved.marks, 'reasoning')).toBe('not yet');
});

test('TCH-88 a refused choice says so and shows what stands', async () => {
  const { server, open, kept } = aDesk();
  const saver = open();
  saver.choose('evidence', 'partly');
  await vi.waitFor(() => expect(saver.read().state).toBe('saved'));
  server.failure = refused(409, 'conflict');
  saver.choose('evidence', 'clear');
  await vi.waitFor(() => expect(saver.read().refusal).toBe('conflict'));
  expect(ratingOf(saver.read().marks, 'evidence')).toBe('partly');
  expect(kept()).toBeNull();
});

test('TCH-88 a choice taken back is taken back on the server too', async () => {
  const { server, open } = aDesk();
  const saver = open();
  saver.choose('evidence', 'partly');
  await vi.waitFor(() => expect(saver.read().state).toBe('saved'));
  saver.choose('evidence', undefined);
  await vi.waitFor(() => expect(server.saved?.marks).toEqual({}));
});
