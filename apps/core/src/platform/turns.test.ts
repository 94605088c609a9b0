import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('TCH-90 (many sheets at once) no more than two are made at a time, in their order, also after one that failed', async () => {
  const inTurn = createTurns(2);
  const begun: number[] = [];
  const doors = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const all = doors.map((door, at) =>
    inTurn(async () => {
      begun.push(at);
      await door.promise;
      if (at === 1) throw new Error('broken');
    }),
  );
  const settled = Promise.allSettled(all);
  expect(begun).toEqual([0, 1]);
  doors[1]?.resolve();
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const door of doors) door.resolve();
  await settled;
  expect(begun).toEqual([0, 1, 2, 3]);
  expect(await inTurn(async () => 'free again')).toBe('free again');
});
