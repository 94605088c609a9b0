import { expect, test } from 'vitest';
import { readShortcut } from './keys.ts';

const press = (key: string, more: object = {}) =>
  ({ key, timeStamp: 0, defaultPrevented: false, target: null, ...more }) as unknown as KeyboardEvent;

function reading(shortcuts?: string) {
  const html = { dataset: shortcuts ? { shortcuts } : {} };
  Object.assign(globalThis, { document: { documentElement: html }, HTMLElement: class {} });
  return readShortcut();
}

test.each([
  ['/', { kind: 'palette' }],
  ['?', { kind: 'shortcuts' }],
  ['f', { kind: 'find' }],
  ['x', null],
])('UXP-18 the single key %s means one thing on every page', (key, command) => {
  expect(reading()(press(key))).toEqual(command);
});

test('UXP-18 a letter goes to a section only soon after g', () => {
  const read = reading();
  expect(read(press('g', { timeStamp: 5_000 }))).toBeNull();
  expect(read(press('f', { timeStamp: 6_000 }))).toEqual({ kind: 'go', key: 'f' });
  expect(read(press('g', { timeStamp: 7_000 }))).toBeNull();
  expect(read(press('f', { timeStamp: 9_000 }))).toEqual({ kind: 'find' });
});

test('UXP-18 switched off, single keys do nothing; with Ctrl or Cmd K the palette still opens', () => {
  const read = reading('off');
  for (const key of ['/', '?', 'f']) expect(read(press(key))).toBeNull();
  expect(read(press('k', { ctrlKey: true }))).toEqual({ kind: 'palette' });
  expect(read(press('K', { metaKey: true }))).toEqual({ kind: 'palette' });
});

test('UXP-18 keys of the browser are left to the browser', () => {
  const read = reading();
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { defaultPrevented: true }])
    expect(read(press('f', more))).toBeNull();
});
