import { fileKinds } from '@k12/contracts/teaching/file-kinds';
import { expect, test } from 'vitest';
import { purposes } from './purposes.ts';

test('IDN-105 every kind of file that an assignment can ask for is one that is taken for handing in', () => {
  const endings = Object.values(fileKinds).flat();
  expect(endings.filter((ending) => !purposes.submission.extensions.has(ending))).toEqual([]);
});
