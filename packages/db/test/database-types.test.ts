import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedFiles } from '../scripts/generate-schema.ts';
import { type Catalog, readCatalog } from '../src/catalog.ts';
import { createTestDatabase, type TestDatabase } from '../src/testing/cluster.ts';

let database: TestDatabase;
let catalog: Catalog;

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  catalog = await readCatalog(client);
  await client.end();
});
afterAll(() => database.drop());

test('OPS-87 schema.sql and types.ts are what the migrations make (cure: npm run generate)', () => {
  for (const { path, expected } of generatedFiles(catalog)) {
    expect(readFileSync(path, 'utf8'), relative(process.cwd(), path)).toBe(expected);
  }
});
