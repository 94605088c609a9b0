/**
 * Tables outside the tenant rules, each with its reason (IDN-112). Small, few, reference tables on a cluster;
 * whatever must be found before the tenant is known is looked up here (OPS-77).
 */
export const globalTables: Readonly<Record<string, string>> = {
  tenants: 'The list of tenants itself: found by slug before there is a context.',
  tenant_domains: 'A host name or mail domain leads to its tenant before there is a context.',
  session_directory: 'A cookie holds a random token that names neither tenant nor person.',
  sign_in_directory:
    'An identifier typed at sign-in leads to the tenants that know it; holds keyed hashes only.',
};
