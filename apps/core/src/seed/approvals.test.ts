import { expect, test } from 'vitest';
import { aPlatform } from '../test/a-platform.ts';
import { seedDemo } from './demo.ts';

const { platform } = await aPlatform();

test('the demo holds a request for approval in every state, and versions that differ', async () => {
  await seedDemo(platform);
  const requests = await platform.db.asJob('look at the demo', (tx) =>
    tx.selectFrom('approval_requests').select(['state', 'changed_fields_count']).execute(),
  );
  expect(new Set(requests.map((request) => request.state))).toEqual(
    new Set(['pending', 'approved', 'returned', 'withdrawn', 'superseded']),
  );
  expect(requests.filter((request) => request.changed_fields_count > 1).length).toBeGreaterThanOrEqual(5);
});
