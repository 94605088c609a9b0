import pg from 'pg';

interface InvalidIndex {
  schema: string;
  name: string;
}

// An index being built right now is invalid too; it has an entry in the progress view and is left alone.
const invalidIndexes = `
  select n.nspname as schema, c.relname as name
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  where not i.indisvalid and c.relkind = 'i' and n.nspname not like 'pg\\_%'
    and pg_has_role(c.relowner, 'usage')
    and not exists (select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
  order by 1, 2`;

/** Rebuilds what a failed concurrent build left behind (OPS-89). Not inside a transaction. */
export async function repairInvalidIndexes(owner: pg.Client, log?: (line: string) => void): Promise<void> {
  const { rows } = await owner.query<InvalidIndex>(invalidIndexes);
  if (rows.length > 0) await owner.query('set lock_timeout = 0');
  for (const { schema, name } of rows) {
    const index = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
    // Half-made copies of an interrupted REINDEX; the index they were to replace is listed by itself.
    const isCopy = /_cc(new|old)\d*$/.test(name);
    await owner.query(isCopy ? `drop index concurrently ${index}` : `reindex index concurrently ${index}`);
    log?.(`${isCopy ? 'removed' : 'rebuilt'} the invalid index ${name}`);
  }
}
