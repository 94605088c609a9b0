/** Tables outside the tenant rules, each with its reason (IDN-112). Few and small: reference tables on a cluster. */
export const globalTables: Readonly<Record<string, string>> = {
  feature_flags: 'What is switched on for everybody; overrides of a tenant are rows of that tenant.',
  tenants: 'The list of tenants itself: found by slug before there is a context.',
  tenant_domains: 'A host name or mail domain leads to its tenant before there is a context.',
  session_directory: 'A cookie holds a random token that names neither tenant nor person.',
  sign_in_directory:
    'An identifier typed at sign-in leads to the tenants that know it; holds keyed hashes only.',
  link_directory: 'The token of a reset or invitation link names no tenant.',
  sign_in_throttles: 'Wrong guesses count for names that no tenant knows too; holds keyed hashes only.',
  passkey_directory: 'A passkey signs in without a username, hence before the tenant is known.',
  passkey_challenges: 'A challenge is handed out before it is known who will answer it.',
  calendar_feed_directory: 'The secret address of a calendar feed names no tenant.',
  token_directory: 'A bearer token names neither tenant nor person.',
  backfills: 'How far each backfill is; they go through the rows of all tenants.',
  job_schedules:
    'Recurring work belongs to the installation; where it concerns tenants it visits each of them.',
  vital_counts: 'How fast pages felt, counted for the whole installation and without saying to whom.',
  job_workers: 'The workers that are alive serve all tenants.',
};

/** Schemas that belong to a library: made as it prints them, reached through it alone. */
export const vendorSchemas: Readonly<Record<string, string>> = {
  pgboss: 'The tables and functions of the job queue; jobs carry their tenant in their content (IDN-118).',
};

export interface SchemaExceptions {
  global_tables: Readonly<Record<string, string>>;
  /** `table.trigger`: only for a fact that nothing but the row itself can keep true. */
  triggers: Readonly<Record<string, string>>;
  /** Functions that run with their owner's rights (IDN-117). */
  definer_functions: Readonly<Record<string, string>>;
  /** Indexes of tenant tables that do not begin with tenant_id. */
  indexes: Readonly<Record<string, string>>;
}

/** Everything that may differ from the rules, with the reason why. */
export const schemaExceptions: SchemaExceptions = {
  global_tables: globalTables,
  triggers: {
    'plan_versions.plan_versions__immutable':
      'PLN-29: a saved version never changes, whoever asks the database.',
  },
  definer_functions: {
    'app.search_candidates':
      'Search operators are not leakproof and cannot use an index under row-level security; refuses another tenant.',
  },
  indexes: {},
};
