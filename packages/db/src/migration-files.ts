import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface MigrationFile {
  version: string;
  name: string;
  path: string;
  sql: string;
  checksum: string;
  in_transaction: boolean;
  /** Undoes the step in development. Absent when the file says `-- irreversible: reason`. */
  reverse_sql: string | undefined;
  irreversible_reason: string | undefined;
}

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

const nameShape = /^(\d{14})__[a-z0-9_]+\.sql$/;

/** All steps in the order in which they run. */
export function readMigrations(folder = migrationsFolder): MigrationFile[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !name.endsWith('.down.sql'))
    .sort()
    .map((name) => readMigration(folder, name));
  for (const [index, file] of files.entries()) {
    if (file.version === files[index - 1]?.version)
      throw new Error(`Two migrations share the version ${file.version}`);
  }
  return files;
}

function readMigration(folder: string, file: string): MigrationFile {
  const version = nameShape.exec(file)?.[1];
  if (!version) throw new Error(`${file}: a migration is named YYYYMMDDHHMMSS__table__column__operation.sql`);
  const path = join(folder, file);
  const sql = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  const reversePath = path.replace(/\.sql$/, '.down.sql');
  return {
    version,
    name: file.slice(0, -'.sql'.length),
    path,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex').slice(0, 16),
    in_transaction: header(sql, 'transaction') !== 'none',
    reverse_sql: existsSync(reversePath) ? readFileSync(reversePath, 'utf8') : undefined,
    irreversible_reason: header(sql, 'irreversible'),
  };
}

// Headers are comment lines above the first statement: `-- transaction: none`.
function header(sql: string, name: string): string | undefined {
  for (const line of sql.split('\n')) {
    if (line.trim() !== '' && !line.startsWith('--')) return undefined;
    const found = new RegExp(`^--\\s*${name}:\\s*(.+)$`).exec(line)?.[1];
    if (found) return found.trim();
  }
  return undefined;
}

/** The statements of a file that may not run as one. Such files hold only plain statements ending in `;` at a line's end. */
export function splitStatements(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}

/** The schema this code needs (OPS-92). */
export function requiredSchemaVersion(folder = migrationsFolder): string {
  return readMigrations(folder).at(-1)?.version ?? '';
}
