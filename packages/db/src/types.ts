// Generated from the migrated database by scripts/generate.ts. Do not edit.
import type { ColumnType, Generated } from 'kysely';

export interface Database {
  academic_years: {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    starts_on: string;
    ends_on: string;
    state: Generated<string>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  audit_events: {
    tenant_id: Generated<string>;
    id: string;
    occurred_at: Generated<string>;
    action: string;
    outcome: Generated<string>;
    actor_id: string | null;
    actor_kind: string;
    on_behalf_of: string | null;
    target_type: string | null;
    target_id: string | null;
    school_id: string | null;
    changes: ColumnType<unknown, string | undefined, string>;
    reason: string | null;
    ip: string | null;
    request_id: string | null;
  };
  domain_events: {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    payload: ColumnType<unknown, string, string>;
    occurred_at: Generated<string>;
  };
  guardian_links: {
    tenant_id: Generated<string>;
    id: string;
    guardian_id: string;
    student_id: string;
    relationship: Generated<string>;
    may_access_records: Generated<boolean>;
    may_consent: Generated<boolean>;
    receives_communications: Generated<boolean>;
    legal_note: string | null;
    starts_on: string | null;
    ends_on: string | null;
    source: Generated<string>;
    state: Generated<string>;
    confirmed_by: string | null;
    confirmed_at: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  memberships: {
    tenant_id: Generated<string>;
    id: string;
    user_id: string;
    school_id: string;
    is_primary: Generated<boolean>;
    grade_level: string | null;
    starts_on: string | null;
    ends_on: string | null;
    created_at: Generated<string>;
  };
  passwords: {
    tenant_id: Generated<string>;
    user_id: string;
    hash: string;
    must_change: Generated<boolean>;
    changed_at: Generated<string>;
  };
  role_assignments: {
    tenant_id: Generated<string>;
    id: string;
    user_id: string;
    role_id: string;
    scope: string;
    school_id: string | null;
    starts_on: string | null;
    ends_on: string | null;
    source: Generated<string>;
    granted_by: string | null;
    created_at: Generated<string>;
  };
  roles: {
    tenant_id: Generated<string>;
    id: string;
    key: string;
    name: string;
    description: string | null;
    is_system: Generated<boolean>;
    copied_from: string | null;
    capabilities: Generated<string[]>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  schools: {
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
    branding: ColumnType<unknown, string | undefined, string>;
    state: Generated<string>;
    archived_at: string | null;
    students_count: Generated<number>;
    staff_count: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  session_directory: {
    token_hash: Buffer;
    tenant_id: Generated<string>;
    session_id: string;
    user_id: string;
    revision: Generated<number>;
    idle_minutes: number;
    idle_expires_at: string;
    expires_at: string;
    superseded_at: string | null;
    issued_at: Generated<string>;
  };
  sessions: {
    tenant_id: Generated<string>;
    id: string;
    user_id: string;
    method: string;
    mfa: Generated<boolean>;
    mfa_pending: Generated<boolean>;
    shared_computer: Generated<boolean>;
    ip: string | null;
    user_agent: string | null;
    device_label: string | null;
    authenticated_at: Generated<string>;
    created_at: Generated<string>;
    last_seen_at: Generated<string>;
    expires_at: string;
    ended_at: string | null;
    end_reason: string | null;
  };
  sign_in_directory: {
    identifier_hash: Buffer;
    tenant_id: Generated<string>;
    user_id: string;
  };
  sign_in_events: {
    tenant_id: Generated<string>;
    id: string;
    user_id: string | null;
    outcome: string;
    method: string;
    reason: string | null;
    ip: string | null;
    user_agent: string | null;
    device_hash: Buffer | null;
    occurred_at: Generated<string>;
  };
  tenant_domains: {
    domain: string;
    tenant_id: Generated<string>;
    verified_at: string | null;
  };
  tenants: {
    id: string;
    name: string;
    slug: string;
    kind: string;
    locale: Generated<string>;
    time_zone: string;
    settings: ColumnType<unknown, string | undefined, string>;
    support_access: Generated<string>;
    state: Generated<string>;
    schools_count: Generated<number>;
    users_count: Generated<number>;
    courses_count: Generated<number>;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  term_schools: {
    tenant_id: Generated<string>;
    term_id: string;
    school_id: string;
  };
  terms: {
    tenant_id: Generated<string>;
    id: string;
    academic_year_id: string;
    parent_term_id: string | null;
    name: string;
    kind: string;
    starts_on: string;
    ends_on: string;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
  user_preferences: {
    tenant_id: Generated<string>;
    user_id: string;
    preferences: ColumnType<unknown, string | undefined, string>;
    last_role: string | null;
    lock_version: Generated<number>;
    updated_at: Generated<string>;
  };
  users: {
    tenant_id: Generated<string>;
    id: string;
    kind: Generated<string>;
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
    state: Generated<string>;
    source: Generated<string>;
    mfa_enrolled: Generated<boolean>;
    last_sign_in_at: string | null;
    last_sign_in_method: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    lock_version: Generated<number>;
  };
}

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
