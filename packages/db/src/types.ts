// Generated from the migrated database by scripts/generate.ts. Do not edit.
export interface Database {}
export const tenantTables: ReadonlySet<string> = new Set([]);
