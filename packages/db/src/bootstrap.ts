import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface RolePasswords {
  owner: string;
  app: string;
  job: string;
}

export type RoleName = keyof RolePasswords;

const bootstrapSql = fileURLToPath(new URL('../bootstrap.sql', import.meta.url));

/** Creates the roles and the database, or brings an existing one up to date. Safe to repeat. */
export async function bootstrapDatabase(
  superuserUrl: string,
  name: string,
  passwords: RolePasswords,
): Promise<void> {
  const cluster = new pg.Client({ connectionString: superuserUrl });
  await cluster.connect();
  try {
    // Roles belong to the whole cluster: two bootstraps at once would collide on their rows.
    await cluster.query(`select pg_advisory_lock(hashtext('homeroom bootstrap'))`);
    const { rowCount } = await cluster.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await cluster.query(`create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
    }
    await prepareDatabase(databaseUrl(superuserUrl, name), passwords);
  } finally {
    await cluster.end();
  }
}

/** Runs bootstrap.sql in an existing database. Without passwords the roles keep theirs. */
export async function prepareDatabase(url: string, passwords?: RolePasswords): Promise<void> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  try {
    await database.query(readFileSync(bootstrapSql, 'utf8'));
    for (const [role, password] of Object.entries(passwords ?? {})) {
      // ALTER ROLE takes no parameters.
      await database.query(`alter role homeroom_${role} password ${pg.escapeLiteral(password)}`);
    }
  } finally {
    await database.end();
  }
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The address under which one of the three roles reaches a database. */
export function roleUrl(serverUrl: string, database: string, role: RoleName, password: string): string {
  const url = new URL(databaseUrl(serverUrl, database));
  url.username = `homeroom_${role}`;
  url.password = encodeURIComponent(password);
  return url.href;
}
