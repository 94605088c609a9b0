import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../launcher/paths.ts';
import { sourceFiles } from '../source-files.ts';
import { describedVariables, variablesFilledIn, variablesReadBy } from './variables.ts';

const described = describedVariables();
const names = new Set(described.map(({ name }) => name));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

test('OPS-129 every variable that code reads is described in .env.example', () => {
  const missing = sourceFiles()
    .filter((file) => !/\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) =>
      variablesReadBy(read(file))
        .filter((name) => !names.has(name))
        .map((name) => `${name} (${file})`),
    );
  expect(missing).toEqual([]);
});

test('OPS-129 every variable the compose file takes is described in .env.example', () => {
  expect(variablesFilledIn(read('docker-compose.yml')).filter((name) => !names.has(name))).toEqual([]);
});

test('OPS-129 each description has purpose, default, secret and where it is required', () => {
  const incomplete = described.filter(
    (row) => row.purpose.length < 5 || !row.default || !['yes', 'no'].includes(row.secret) || !row.required,
  );
  expect(incomplete).toEqual([]);
  expect(names.size).toBe(described.length);
});

test('OPS-129 the variables the requirement names are all there', () => {
  const wanted =
    'DATABASE_URL DATABASE_REPLICA_URL REDIS_URL AI_GATEWAY_URL AI_GATEWAY_TOKEN ANTHROPIC_API_KEY APP_SECRET_KEY ENCRYPTION_KEY BACKUP_ENCRYPTION_KEY BACKUP_S3_BUCKET BACKUP_S3_REGION STORAGE_DIR SLACK_ALERT_WEBHOOK_URL SLACK_DEPLOY_WEBHOOK_URL CDN_URL OTEL_EXPORTER_OTLP_ENDPOINT SMTP_URL MAIL_FROM';
  expect(wanted.split(' ').filter((name) => !names.has(name))).toEqual([]);
});

test('no example value is a secret somebody could copy', () => {
  expect(read('.env.example').match(/^[A-Z][A-Z0-9_]*=.+$/gm)).toBeNull();
});

test('the scan sees each way of reading a variable', () => {
  const code = `
    process.env.ONE_A; environment['TWO_B']; const { THREE_C, FOUR_D: four = '' } = process.env;
    const Environment = z.object({
      FIVE_E: z.string(),
    });
    required('SIX_F');`;
  expect(variablesReadBy(code).sort()).toEqual(['FIVE_E', 'FOUR_D', 'ONE_A', 'SIX_F', 'THREE_C', 'TWO_B']);
});
