import type { Assignment } from '@k12/contracts/teaching/assignments';
import { expect, test } from 'vitest';
import { Autosave, type Edits, type KeptEdits, type Saved } from './autosave.ts';

const begun = {
  title: 'Leaves',
  instructions: { type: 'doc', content: [] },
  points_possible: '10',
  lock_version: 3,
} as unknown as Assignment;

/** A server that holds one assignment with its version, and the device of a tab that edits it. */
function aTab(kept: KeptEdits | null = null, record = begun) {
  const server = { record, isReached: true, sent: [] as Edits[], hold: null as Promise<void> | null };
  const device = { kept };
  const save = async (changes: Edits, version: number): Promise<Saved> => {
    server.sent.push(changes);
    await server.hold;
    if (!server.isReached) return { kind: 'unreached' };
    if (version !== server.record.lock_version) return { kind: 'outdated', current: server.record };
    return { kind: 'done', record: write(changes) };
  };
  const write = (changes: object) => {
    server.record = { ...server.record, ...changes, lock_version: server.record.lock_version + 1 };
    return server.record;
  };
  const keep = (next: KeptEdits | null) => {
    device.kept = structuredClone(next);
  };
  const now = () => new Date('2026-11-16T12:00:00Z');
  const autosave = new Autosave(record, { save, keep, onChange: () => {}, now });
  /** What the page itself or somebody else writes past this tab's texts, such as a due date. */
  return { server, device, autosave, writeElsewhere: write };
}

test('UXP-34 a date that is saved at the same moment raises the version and is no conflict', async () => {
  const { server, autosave, writeElsewhere } = aTab();
  autosave.edit({ title: 'Leaves and water' });
  writeElsewhere({ everyone: { due_at: '2026-12-01T05:00:00Z' } });
  await autosave.flush();
  expect(autosave.saving.state).toBe('saved');
  expect(server.record).toMatchObject({
    title: 'Leaves and water',
    everyone: { due_at: expect.any(String) },
  });
});

test('UXP-34 different fields of two people are both kept', async () => {
  const { server, autosave, writeElsewhere } = aTab();
  autosave.edit({ title: 'Leaves and water' });
  writeElsewhere({ points_possible: '20' });
  await autosave.flush();
  expect(autosave.saving.state).toBe('saved');
  expect(server.record).toMatchObject({ title: 'Leaves and water', points_possible: '20' });
  expect(autosave.value.points_possible).toBe('20');
});

test('UXP-34 the same field of two people is asked about, sent again by nobody meanwhile, and the choice holds', async () => {
  for (const [takes, title] of [
    ['theirs', 'Roots'],
    ['mine', 'Leaves and water'],
  ] as const) {
    const { server, device, autosave, writeElsewhere } = aTab();
    autosave.edit({ title: 'Leaves and water', points_possible: '12' });
    writeElsewhere({ title: 'Roots' });
    await autosave.flush();
    expect(autosave.saving).toMatchObject({ state: 'conflict', fields: ['title'] });
    expect(autosave.value.title).toBe('Leaves and water');
    await autosave.flush();
    expect(server.sent).toHaveLength(1);
    await autosave.resolve(takes);
    expect(server.record).toMatchObject({ title, points_possible: '12' });
    expect(autosave.value.title).toBe(title);
    expect(device.kept).toBeNull();
  }
});

test('UXP-41 a refresh replaces what nobody is editing and asks where it meets an edit', () => {
  const { autosave, writeElsewhere } = aTab();
  autosave.edit({ title: 'Leaves and water' });
  autosave.meet(writeElsewhere({ points_possible: '20' }));
  expect(autosave.value).toMatchObject({ title: 'Leaves and water', points_possible: '20' });
  autosave.meet(writeElsewhere({ title: 'Roots' }));
  expect(autosave.saving.state).toBe('conflict');
  expect(autosave.value.title).toBe('Leaves and water');
  autosave.meet({ ...begun, points_possible: '10' });
  expect(autosave.value.points_possible).toBe('20');
});

test('UXP-41 what is typed while a save is on its way is sent after it and never falls back', async () => {
  const { server, autosave } = aTab();
  let answer = () => {};
  server.hold = new Promise((resolve) => {
    answer = resolve;
  });
  autosave.edit({ title: 'Leaves a' });
  const sending = autosave.flush();
  autosave.edit({ title: 'Leaves and' });
  autosave.meet({ ...begun });
  expect(autosave.value.title).toBe('Leaves and');
  answer();
  await sending;
  expect(server.sent).toEqual([{ title: 'Leaves a' }, { title: 'Leaves and' }]);
  expect(server.record.title).toBe('Leaves and');
});

test('UXP-33 without a network edits stay on the device and are taken up by the next page that opens', async () => {
  const { server, device, autosave } = aTab();
  server.isReached = false;
  autosave.edit({ title: 'Leaves and water' });
  expect(device.kept?.edits).toEqual({ title: 'Leaves and water' });
  await autosave.flush();
  expect(autosave.saving.state).toBe('offline');
  const next = aTab(device.kept);
  next.autosave.takeUp(device.kept as KeptEdits);
  expect(next.autosave.value.title).toBe('Leaves and water');
  await next.autosave.flush();
  expect(next.server.record.title).toBe('Leaves and water');
  expect(next.device.kept).toBeNull();

  const later = aTab(device.kept, { ...begun, title: 'Roots', lock_version: 9 });
  later.autosave.takeUp(device.kept as KeptEdits);
  expect(later.autosave.saving).toMatchObject({ state: 'conflict', fields: ['title'] });
});
