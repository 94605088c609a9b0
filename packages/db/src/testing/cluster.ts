import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl, prepareDatabase, type RoleName, roleUrl } from '../bootstrap.ts';
import { templateDatabase, testPasswords } from './server.ts';

export interface TestDatabase {
  name: string;
  appUrl: string;
  jobUrl: string;
  /** Past a pooler, for what needs a session of its own (LISTEN). */
  directUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** The database to copy: the migrated template, or 'template0' for one that has only the roles and functions. */
  template?: string;
}

/** A database of its own for one test file: a copy of the migrated template. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const superuserUrl = inject('superuserUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.template ?? templateDatabase;
  await asSuperuser(superuserUrl, `create database ${name} template ${pg.escapeIdentifier(template)}`);
  // Owner, rights to connect and role settings belong to the database's name and are not copied.
  await prepareDatabase(databaseUrl(superuserUrl, name));
  const url = (server: string, role: RoleName) => roleUrl(server, name, role, testPasswords[role]);
  const applicationUrl = inject('applicationUrl');
  return {
    name,
    appUrl: url(applicationUrl, 'app'),
    jobUrl: url(applicationUrl, 'job'),
    directUrl: url(superuserUrl, 'app'),
    ownerUrl: url(superuserUrl, 'owner'),
    superuserUrl: databaseUrl(superuserUrl, name),
    drop: () => asSuperuser(superuserUrl, `drop database if exists ${name} with (force)`),
  };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
