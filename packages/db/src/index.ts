export type { QueryMeter } from './connection.ts';
export {
  type Changes,
  createDatabase,
  type DatabaseHandle,
  type DatabaseOptions,
  type ReadOptions,
  TenantContextMissing,
  type TenantScope,
  type Transaction,
} from './database.ts';
export { newId } from './ids.ts';
export type { ReplicaSettings, WriteMemory } from './replica.ts';
export type { Database } from './types.ts';
export { tenantTables } from './types.ts';
export { isUniqueViolation } from './violations.ts';
