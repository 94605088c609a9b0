import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Config } from '../config.ts';
import type { Storage } from './storage.ts';

type S3Config = Pick<Config, 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'>;

/** Files in a bucket of any S3-compatible store. */
export function createS3Storage(config: S3Config, bucket: string): Storage {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config;
  const client = new S3Client({
    region: S3_REGION,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 30_000 },
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {}),
  });
  return {
    kind: 's3',
    async store(key, { path, size, content_type }) {
      const Body = createReadStream(path);
      const command = { Bucket: bucket, Key: key, Body, ContentLength: size, ContentType: content_type };
      await client.send(new PutObjectCommand(command));
    },
    async open(key, span) {
      const Range = span && `bytes=${span.start}-${span.end}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
      return Body as Readable;
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async probe() {
      const at = { Bucket: bucket, Key: `probes/${randomUUID()}` };
      await client.send(new PutObjectCommand({ ...at, Body: 'probe' }));
      const { Body } = await client.send(new GetObjectCommand(at));
      const found = await Body?.transformToString();
      await client.send(new DeleteObjectCommand(at));
      if (found !== 'probe') throw new Error('The storage did not return what was written');
      return { free_percent: null };
    },
    close: () => client.destroy(),
  };
}
