import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { databaseUrl } from '../src/bootstrap.ts';
import { type Catalog, readCatalog } from '../src/catalog.ts';
import { startTestCluster, templateDatabase } from '../src/testing/server.ts';
import { renderDatabaseTypes } from './database-types.ts';
import { renderSchemaSql } from './schema-sql.ts';

const schemaFile = fileURLToPath(new URL('../schema.sql', import.meta.url));
const typesFile = fileURLToPath(new URL('../src/types.ts', import.meta.url));

/** The committed files next to what they should hold. */
export function generatedFiles(catalog: Catalog) {
  return [
    { path: schemaFile, expected: renderSchemaSql(catalog) },
    { path: typesFile, expected: renderDatabaseTypes(catalog) },
  ];
}

/** Writes schema.sql and types.ts from a database that the migrations have just made. */
export async function generateSchema(): Promise<void> {
  const cluster = await startTestCluster();
  const client = new pg.Client({ connectionString: databaseUrl(cluster.superuser_url, templateDatabase) });
  await client.connect();
  try {
    for (const { path, expected } of generatedFiles(await readCatalog(client))) {
      if (readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== expected) writeFileSync(path, expected);
    }
  } finally {
    await client.end();
    await cluster.stop();
  }
}

if (import.meta.main) await generateSchema();
