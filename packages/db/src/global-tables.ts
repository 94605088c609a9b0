/** Tables outside the tenant rules, each with its reason (IDN-112). Few and small: reference tables on a cluster. */
export const globalTables: Readonly<Record<string, string>> = {
  tenants: 'The list of tenants itself: found by slug before there is a context.',
  tenant_domains: 'A host name or mail domain leads to its tenant before there is a context.',
  session_directory: 'A cookie holds a random token that names neither tenant nor person.',
  sign_in_directory:
    'An identifier typed at sign-in leads to the tenants that know it; holds keyed hashes only.',
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
  triggers: {},
  definer_functions: {},
  indexes: {},
};
