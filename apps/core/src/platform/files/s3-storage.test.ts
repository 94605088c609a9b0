import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { startS3Server } from '../../test/s3-server.ts';
import { createS3Storage } from './s3-storage.ts';
import { guarded, storageKey } from './storage.ts';

const credentials = { region: 'eu-central-1', accessKeyId: 'a-key', secretAccessKey: 'a-long-secret' };
const server = await startS3Server('school-files', credentials);
const settings = {
  S3_ENDPOINT: server.endpoint,
  S3_REGION: credentials.region,
  S3_ACCESS_KEY_ID: credentials.accessKeyId,
  S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
};
const storage = createS3Storage(settings, 'school-files');
const folder = mkdtempSync(join(tmpdir(), 'homeroom-s3-'));
afterAll(() => {
  storage.close();
  rmSync(folder, { recursive: true });
});

function aFile(content: Buffer) {
  const path = join(folder, 'upload');
  writeFileSync(path, content);
  return { path, size: content.length, content_type: 'application/pdf' };
}
const key = storageKey('0192c1e0-0000-7000-8000-000000000001', 'submission', 'a file ü+&');

test('OPS-34 a file of several chunks comes back byte for byte, under its tenant’s key and with its type', async () => {
  const content = randomBytes(300_000);
  await storage.store(key, aFile(content));
  expect(server.objects.get(key)?.content_type).toBe('application/pdf');
  expect((await buffer(await storage.open(key))).equals(content)).toBe(true);
  await storage.remove(key);
  expect(server.objects.size).toBe(0);
});

test('IDN-107 (seeking) one stretch of an object comes alone, both ends included', async () => {
  const content = randomBytes(100_000);
  await storage.store(key, aFile(content));
  const part = await buffer(await storage.open(key, { start: 70_000, end: 70_009 }));
  expect(part.equals(content.subarray(70_000, 70_010))).toBe(true);
  await storage.remove(key);
});

test('OPS-04 the probe writes, reads and deletes, and leaves nothing', async () => {
  expect(await storage.probe()).toEqual({ free_percent: null });
  expect(server.objects.size).toBe(0);
});

test('OPS-11 a missing object, a wrong key or bucket, a refusal and silence are all storage_unavailable', async () => {
  const unavailable = { code: 'storage_unavailable', status: 503 };
  await expect(guarded(() => storage.open('never/stored'))).rejects.toMatchObject(unavailable);
  const stranger = createS3Storage({ ...settings, S3_SECRET_ACCESS_KEY: 'another' }, 'school-files');
  await expect(guarded(() => stranger.store(key, aFile(Buffer.from('x'))))).rejects.toMatchObject(
    unavailable,
  );
  stranger.close();
  const lost = createS3Storage(settings, 'no-such-bucket');
  await expect(guarded(() => lost.probe())).rejects.toMatchObject(unavailable);
  lost.close();
  server.break(true);
  await expect(guarded(() => storage.probe())).rejects.toMatchObject(unavailable);
  server.break(false);
  await storage.probe();
  await server.stop();
  await expect(guarded(() => storage.probe())).rejects.toMatchObject(unavailable);
});
