// Generated from the migrated database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
/** Arrays are written with JSON.stringify: the driver would send them as SQL arrays. */
export type Json = ColumnType<JsonValue, string | Record<string, unknown>, string | Record<string, unknown>>;
/** Read as ISO 8601 text in UTC. */
export type Timestamp = ColumnType<string, string | Date, string | Date>;
/** Read as text, so that no digit is lost. */
export type Numeric = ColumnType<string, string | number, string | number>;
type GeneratedOf<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : never;
type NullableOf<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S | null, I | null | undefined, U | null>
  : never;

export interface AcademicYearsTable {
  tenant_id: Generated<string>;
  id: string;
  name: string;
  starts_on: string;
  ends_on: string;
  state: Generated<'planned' | 'active' | 'closing' | 'closed'>;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface AuditEventsTable {
  tenant_id: Generated<string>;
  id: string;
  occurred_at: GeneratedOf<Timestamp>;
  action: string;
  outcome: Generated<'success' | 'refused' | 'failed'>;
  actor_id: string | null;
  actor_kind: 'user' | 'system' | 'operator' | 'anonymous';
  on_behalf_of: string | null;
  target_type: string | null;
  target_id: string | null;
  school_id: string | null;
  changes: GeneratedOf<Json>;
  reason: string | null;
  ip: string | null;
  request_id: string | null;
}

export interface DomainEventsTable {
  tenant_id: Generated<string>;
  id: string;
  name: string;
  payload: Json;
  occurred_at: GeneratedOf<Timestamp>;
}

export interface GuardianLinksTable {
  tenant_id: Generated<string>;
  id: string;
  guardian_id: string;
  student_id: string;
  relationship: Generated<'parent' | 'guardian' | 'relative' | 'other'>;
  may_access_records: Generated<boolean>;
  may_consent: Generated<boolean>;
  receives_communications: Generated<boolean>;
  legal_note: string | null;
  starts_on: string | null;
  ends_on: string | null;
  source: Generated<'manual' | 'import' | 'invitation' | 'seed'>;
  state: Generated<'invited' | 'active' | 'inactive' | 'restricted'>;
  confirmed_by: string | null;
  confirmed_at: NullableOf<Timestamp>;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface MembershipsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  school_id: string;
  is_primary: Generated<boolean>;
  grade_level: string | null;
  starts_on: string | null;
  ends_on: string | null;
  created_at: GeneratedOf<Timestamp>;
}

export interface PasswordsTable {
  tenant_id: Generated<string>;
  user_id: string;
  hash: string;
  must_change: Generated<boolean>;
  changed_at: GeneratedOf<Timestamp>;
}

export interface RoleAssignmentsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  role_id: string;
  scope: 'tenant' | 'school';
  school_id: string | null;
  starts_on: string | null;
  ends_on: string | null;
  source: Generated<'manual' | 'import' | 'sign_in_rule' | 'seed'>;
  granted_by: string | null;
  created_at: GeneratedOf<Timestamp>;
}

export interface RolesTable {
  tenant_id: Generated<string>;
  id: string;
  key: string;
  name: string;
  description: string | null;
  is_system: Generated<boolean>;
  copied_from: string | null;
  capabilities: Generated<string[]>;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface SchoolsTable {
  tenant_id: Generated<string>;
  id: string;
  name: string;
  code: string;
  code_normalized: string;
  address: string | null;
  time_zone: string;
  lowest_grade: string | null;
  highest_grade: string | null;
  external_id: string | null;
  branding: GeneratedOf<Json>;
  state: Generated<'active' | 'archived'>;
  archived_at: NullableOf<Timestamp>;
  students_count: Generated<number>;
  staff_count: Generated<number>;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface SessionDirectoryTable {
  token_hash: Buffer;
  tenant_id: string;
  session_id: string;
  user_id: string;
  revision: Generated<number>;
  idle_minutes: number;
  idle_expires_at: Timestamp;
  expires_at: Timestamp;
  superseded_at: NullableOf<Timestamp>;
  issued_at: GeneratedOf<Timestamp>;
}

export interface SessionsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  method: 'password' | 'passkey' | 'google' | 'saml' | 'code' | 'card';
  mfa: Generated<boolean>;
  mfa_pending: Generated<boolean>;
  shared_computer: Generated<boolean>;
  ip: string | null;
  user_agent: string | null;
  device_label: string | null;
  authenticated_at: GeneratedOf<Timestamp>;
  created_at: GeneratedOf<Timestamp>;
  last_seen_at: GeneratedOf<Timestamp>;
  expires_at: Timestamp;
  ended_at: NullableOf<Timestamp>;
  end_reason: string | null;
}

export interface SignInDirectoryTable {
  identifier_hash: Buffer;
  tenant_id: string;
  user_id: string;
}

export interface SignInEventsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string | null;
  outcome: string;
  method: string;
  reason: string | null;
  ip: string | null;
  user_agent: string | null;
  device_hash: Buffer | null;
  occurred_at: GeneratedOf<Timestamp>;
}

export interface TenantDomainsTable {
  domain: string;
  tenant_id: string;
  verified_at: NullableOf<Timestamp>;
}

export interface TenantsTable {
  id: string;
  name: string;
  slug: string;
  kind: 'school' | 'district';
  locale: Generated<string>;
  time_zone: string;
  settings: GeneratedOf<Json>;
  support_access: Generated<'never' | 'ask' | 'allow'>;
  state: Generated<'provisioning' | 'active' | 'suspended' | 'closing' | 'closed'>;
  schools_count: Generated<number>;
  users_count: Generated<number>;
  courses_count: Generated<number>;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface TermSchoolsTable {
  tenant_id: Generated<string>;
  term_id: string;
  school_id: string;
}

export interface TermsTable {
  tenant_id: Generated<string>;
  id: string;
  academic_year_id: string;
  parent_term_id: string | null;
  name: string;
  kind: 'year' | 'semester' | 'trimester' | 'quarter' | 'grading_period' | 'summer' | 'custom';
  starts_on: string;
  ends_on: string;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface UserPreferencesTable {
  tenant_id: Generated<string>;
  user_id: string;
  preferences: GeneratedOf<Json>;
  last_role: string | null;
  lock_version: Generated<number>;
  updated_at: GeneratedOf<Timestamp>;
}

export interface UsersTable {
  tenant_id: Generated<string>;
  id: string;
  kind: Generated<'person' | 'service'>;
  email: string | null;
  email_normalized: string | null;
  username: string | null;
  username_normalized: string | null;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  pronouns: string | null;
  sort_name: string;
  search_text: string;
  student_number: string | null;
  staff_number: string | null;
  external_id: string | null;
  birth_on: string | null;
  locale: string | null;
  time_zone: string | null;
  avatar_file_id: string | null;
  state: Generated<'invited' | 'active' | 'suspended' | 'deactivated' | 'pending_deletion' | 'anonymized'>;
  source: Generated<'manual' | 'import' | 'sign_in' | 'seed'>;
  mfa_enrolled: Generated<boolean>;
  last_sign_in_at: NullableOf<Timestamp>;
  last_sign_in_method: string | null;
  created_at: GeneratedOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface Database {
  academic_years: AcademicYearsTable;
  audit_events: AuditEventsTable;
  domain_events: DomainEventsTable;
  guardian_links: GuardianLinksTable;
  memberships: MembershipsTable;
  passwords: PasswordsTable;
  role_assignments: RoleAssignmentsTable;
  roles: RolesTable;
  schools: SchoolsTable;
  session_directory: SessionDirectoryTable;
  sessions: SessionsTable;
  sign_in_directory: SignInDirectoryTable;
  sign_in_events: SignInEventsTable;
  tenant_domains: TenantDomainsTable;
  tenants: TenantsTable;
  term_schools: TermSchoolsTable;
  terms: TermsTable;
  user_preferences: UserPreferencesTable;
  users: UsersTable;
}

/** Tables with a tenant_id of their own; every statement on them carries the tenant. */
export const tenantTables: ReadonlySet<string> = new Set([
  'academic_years',
  'audit_events',
  'domain_events',
  'guardian_links',
  'memberships',
  'passwords',
  'role_assignments',
  'roles',
  'schools',
  'sessions',
  'sign_in_events',
  'term_schools',
  'terms',
  'user_preferences',
  'users',
]);
