import { beforeEach, expect, test, vi } from 'vitest';
import { keepPending, readPending } from './pending-saves.ts';

beforeEach(() => {
  const kept: Record<string, string> = {};
  Object.defineProperties(kept, {
    getItem: { value: (key: string) => kept[key] ?? null },
    setItem: {
      value: (key: string, value: string) => {
        kept[key] = value;
      },
    },
    removeItem: { value: (key: string) => delete kept[key] },
  });
  vi.stubGlobal('window', { localStorage: kept });
});

test('TCH-70 what could not be sent stays on the device, for this person and work alone, until it is sent', () => {
  const save = { entry: { value: '43.5', grade_version: 2 }, comment: 'Good' };
  keepPending('me', 'a1', 's1', save);
  expect(readPending('me', 'a1', 's1')).toEqual(save);
  expect(readPending('you', 'a1', 's1')).toBeNull();
  expect(readPending('me', 'a1', 's2')).toBeNull();
  keepPending('me', 'a1', 's1', {});
  expect(readPending('me', 'a1', 's1')).toBeNull();
});
