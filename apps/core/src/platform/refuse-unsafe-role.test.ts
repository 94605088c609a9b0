import { createDatabase } from '@k12/db';
import { afterAll, expect, test } from 'vitest';
import { aPlatform } from '../test/a-platform.ts';
import { refuseUnsafeRole } from './refuse-unsafe-role.ts';

const { platform, database } = await aPlatform();
const asOwner = createDatabase({ app_url: database.ownerUrl, job_url: database.jobUrl, pool_size: 1 });
afterAll(() => asOwner.close());

test('IDN-113 (asked at start-up) the role of the application may serve, the owner of the tables may not', async () => {
  const { log } = platform;
  await expect(refuseUnsafeRole(platform)).resolves.toBeUndefined();
  await expect(refuseUnsafeRole({ db: asOwner, log })).rejects.toThrow('must not be used to serve requests');
});
