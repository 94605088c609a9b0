import { expect, test } from 'vitest';
import { late } from '../src/late.ts';

test('UXP-50 (parts of the design system) what did not come is loaded again by the next who asks, once for all who wait', async () => {
  let loads = 0;
  const part = late(async () => {
    loads += 1;
    if (loads === 1) throw new Error('no network');
    return { name: 'menu' };
  });
  const shown: string[] = [];
  const stop = part.whenHere(({ name }) => shown.push(name));
  await expect(part.come()).rejects.toThrow('no network');
  expect(part.now).toBeUndefined();
  await Promise.all([part.come(), part.come()]);
  expect(loads).toBe(2);
  expect(part.now).toEqual({ name: 'menu' });
  expect(shown).toEqual(['menu']);
  stop();
  part.whenHere(({ name }) => shown.push(`${name} again`));
  expect(shown).toEqual(['menu', 'menu again']);
});
