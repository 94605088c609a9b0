import pg from 'pg';

/** Fills the tenant of a slug by the statement rather than row by row; `$1` is its id, the rest are the values. */
export async function fill(
  urls: { job_url: string; owner_url: string },
  slug: string,
  statements: readonly string[],
  values: readonly unknown[],
): Promise<void> {
  await withClient(urls.job_url, async (client) => {
    const { rows } = await client.query('select id from tenants where slug = $1', [slug]);
    for (const statement of statements) await client.query(statement, [rows[0].id, ...values]);
  });
  // Only the owner may; a running installation has it done in the background.
  await withClient(urls.owner_url, (client) => client.query('vacuum analyze'));
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
