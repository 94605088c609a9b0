import type { Change } from '@k12/plan-content/changes';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { PlanDocument } from './plan-document.ts';

const item = (id: string) => ({ id, text: `text of ${id}` });
const start = () => ({ title: 'Cells', steps: ['a', 'b', 'c', 'd'].map(item) });

const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ op: fc.constant('set' as const), path: fc.constant('/title'), value: fc.string() }),
  fc.record({
    op: fc.constant('set' as const),
    path: anId.map((id) => `/steps/${id}/text`),
    value: fc.string({ minLength: 1 }),
  }),
  fc.record({ op: fc.constant('remove' as const), path: anId.map((id) => `/steps/${id}`) }),
  fc.record({
    op: fc.constant('insert' as const),
    path: fc.constant('/steps'),
    value: anId.map(item),
    after: fc.option(anId),
  }),
  fc.record({
    op: fc.constant('move' as const),
    path: anId.map((id) => `/steps/${id}`),
    after: fc.option(anId),
  }),
);

test('PLN-12 more than 100 steps across fields, with moves, additions and removals, are undone and redone exactly', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 120, maxLength: 200 }), (changes) => {
      const document = new PlanDocument(start());
      const seen = [document.content()];
      for (const change of changes) {
        document.edit([change]);
        if (document.content() !== seen.at(-1)) seen.push(document.content());
      }
      const last = document.content();
      while (document.undo() !== null);
      expect(document.content()).toEqual(start());
      while (document.redo() !== null);
      expect(document.content()).toEqual(last);
    }),
    { numRuns: 60 },
  );
});

test('UXP-27 (undo) two hundred steps are taken back one by one, and made again', () => {
  const document = new PlanDocument({});
  for (let step = 1; step <= 200; step += 1)
    document.edit([{ op: 'set', path: `/field_${step % 7}`, value: `step ${step}` }]);
  const last = document.content();
  let taken = 0;
  while (document.undo() !== null) taken += 1;
  expect([taken, document.content()]).toEqual([200, {}]);
  while (document.redo() !== null) taken -= 1;
  expect([taken, document.content()]).toEqual([0, last]);
});

test('PLN-12 typing in one place within a second is one step, another place begins a new one', () => {
  vi.useFakeTimers();
  const document = new PlanDocument(start());
  const type = (path: string, value: string) => document.edit([{ op: 'set', path, value }], { place: path });
  type('/title', 'Cells a');
  vi.advanceTimersByTime(300);
  type('/title', 'Cells an');
  type('/steps/b/text', 'x');
  vi.advanceTimersByTime(2_000);
  type('/steps/b/text', 'xy');
  expect(document.undo()).toBe('/steps/b/text');
  expect(document.value('/steps/b/text')).toBe('x');
  document.undo();
  expect(document.value('/steps/b/text')).toBe('text of b');
  expect(document.undo()).toBe('/title');
  expect(document.content()).toEqual(start());
  expect(document.redo()).toBe('/title');
  expect(document.value('/title')).toBe('Cells an');
  vi.useRealTimers();
});

test('PLN-12 taking back is a change like any other, so it is saved too', () => {
  const document = new PlanDocument(start());
  const saved: Change[] = [];
  document.onEdit((changes) => saved.push(...changes));
  document.edit([{ op: 'move', path: '/steps/d', after: null }]);
  document.undo();
  expect(saved).toEqual([
    { op: 'move', path: '/steps/d', after: null },
    { op: 'move', path: '/steps/d', after: 'c' },
  ]);
});

test('PLN-12 a step whose item somebody else has removed is passed over', () => {
  const document = new PlanDocument(start());
  document.edit([{ op: 'set', path: '/title', value: 'Energy' }]);
  document.edit([{ op: 'set', path: '/steps/c/text', value: 'mine' }]);
  document.receive([{ op: 'remove', path: '/steps/c' }]);
  expect(document.undo()).toBe('/title');
  expect(document.value('/title')).toBe('Cells');
});

test('PLN-12 with a plan of 1 MB a keystroke is taken in a few milliseconds, and other sections stay the same objects', () => {
  const steps = Array.from({ length: 250 }, (_, at) => ({ id: `s${at}`, text: 'word '.repeat(800) }));
  const document = new PlanDocument({ title: 'Long', steps, more: 'untouched', list: [item('a')] });
  const { steps: before, list } = document.content();
  const times: number[] = [];
  for (let at = 0; at < 100; at += 1) {
    const began = performance.now();
    document.edit([{ op: 'set', path: '/steps/s120/text', value: `typed ${at}` }], {
      place: '/steps/s120/text',
    });
    times.push(performance.now() - began);
  }
  expect(times.sort((a, b) => a - b)[95]).toBeLessThan(10);
  expect(document.content().list).toBe(list);
  const after = document.content().steps as typeof steps;
  expect(after).not.toBe(before);
  expect(after[119]).toBe((before as typeof steps)[119]);
});
