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

export interface AccessibilityRequestsTable {
  tenant_id: Generated<string>;
  id: string;
  created_by: string | null;
  state: Generated<'open' | 'closed'>;
  message: string;
  place: string | null;
  reply_to: string | null;
  locale: string;
  created_at: Timestamp;
  closed_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface AlignmentMigrationsTable {
  tenant_id: Generated<string>;
  id: string;
  framework_id: string;
  moves: Json;
  moved_count: number;
  created_by: string;
  created_at: Timestamp;
  undo_until_at: Timestamp;
  undone_at: NullableOf<Timestamp>;
}

export interface AnnotationsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  attempt: number;
  file_id: string | null;
  page: Generated<number>;
  kind: 'highlight' | 'note' | 'strike' | 'pen' | 'stamp';
  place: Json;
  body: Generated<string>;
  author_id: string;
  posted_at: NullableOf<Timestamp>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface ApiTokenDaysTable {
  tenant_id: Generated<string>;
  token_id: string;
  used_on: string;
  calls: Generated<number>;
}

export interface ApiTokensTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  name: string;
  prefix: string;
  scopes: string[];
  school_id: string | null;
  ip_ranges: Generated<string[]>;
  created_by: string;
  created_at: GeneratedOf<Timestamp>;
  expires_at: Timestamp;
  last_used_at: NullableOf<Timestamp>;
  last_used_ip: string | null;
  revoked_at: NullableOf<Timestamp>;
  revoke_reason: string | null;
  warned_days: number | null;
}

export interface ApprovalApproversTable {
  tenant_id: Generated<string>;
  request_id: string;
  step_index: number;
  user_id: string;
  source: 'role' | 'named' | 'delegate' | 'stand_in';
  delegated: Generated<boolean>;
}

export interface ApprovalDecisionsTable {
  tenant_id: Generated<string>;
  id: string;
  request_id: string;
  step_index: number;
  decision: 'approve' | 'return' | 'delegate' | 'withdraw';
  user_id: string;
  delegated_to: string | null;
  comment: string | null;
  decided_at: Timestamp;
}

export interface ApprovalRequestsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  version_id: string;
  compared_version_id: string | null;
  changed_fields_count: Generated<number>;
  submitted_by: string;
  submitted_at: Timestamp;
  state: Generated<'pending' | 'approved' | 'returned' | 'withdrawn' | 'superseded'>;
  steps: Json;
  step_index: Generated<number>;
  due_days: number | null;
  due_on: string | null;
  publish_on_approval: boolean;
  decided_at: NullableOf<Timestamp>;
  reminded_on: string | null;
  lead_told_at: NullableOf<Timestamp>;
}

export interface ApprovalRoutesTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string | null;
  subject: string | null;
  pack_key: string | null;
  enabled: Generated<boolean>;
  steps: Json;
  due_days: number | null;
  publish_on_approval: Generated<boolean>;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface ApprovalViewingsTable {
  tenant_id: Generated<string>;
  request_id: string;
  user_id: string;
  opened_at: Timestamp;
}

export interface AssignmentDatesTable {
  tenant_id: Generated<string>;
  id: string;
  assignment_id: string;
  target: 'everyone' | 'section' | 'group' | 'student';
  section_id: string | null;
  group_id: string | null;
  student_id: string | null;
  is_assigned: Generated<boolean>;
  available_from_at: NullableOf<Timestamp>;
  due_at: NullableOf<Timestamp>;
  due_rule: NullableOf<Json>;
  available_until_at: NullableOf<Timestamp>;
  reason: string | null;
  created_at: Timestamp;
}

export interface AssignmentStandardsTable {
  tenant_id: Generated<string>;
  assignment_id: string;
  standard_id: string;
  assessed: Generated<string>;
}

export interface AssignmentsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  title: string;
  instructions: NullableOf<Json>;
  kind: Generated<'homework' | 'classwork' | 'project' | 'essay' | 'lab' | 'participation' | 'assessment' | 'other'>;
  category_id: string | null;
  points_possible: GeneratedOf<Numeric>;
  grading_type: Generated<'points' | 'percent' | 'letter' | 'complete' | 'mastery' | 'ungraded'>;
  submission_types: Generated<string[]>;
  allowed_file_types: Generated<string[]>;
  max_files: Generated<number>;
  attempts_allowed: number | null;
  group_set_id: string | null;
  group_grading: Generated<'one' | 'each'>;
  rubric_id: string | null;
  rubric_use: Generated<'grades' | 'feedback'>;
  is_rubric_hidden: Generated<boolean>;
  wants_self_assessment: Generated<boolean>;
  estimated_minutes: number | null;
  is_extra_credit: Generated<boolean>;
  counts_toward_total: Generated<boolean>;
  is_never_dropped: Generated<boolean>;
  is_anonymous: Generated<boolean>;
  anonymity_lifted_at: NullableOf<Timestamp>;
  posting_policy: Generated<'course' | 'automatic' | 'manual' | 'scheduled'>;
  post_at: NullableOf<Timestamp>;
  late_policy: Generated<'course' | 'own' | 'none'>;
  own_late_policy: NullableOf<Json>;
  has_automatic_labels: Generated<boolean>;
  grading_period_id: string | null;
  unit_plan_id: string | null;
  lesson_plan_id: string | null;
  position: Generated<number>;
  state: Generated<'draft' | 'scheduled' | 'published' | 'closed' | 'deleted'>;
  publish_at: NullableOf<Timestamp>;
  published_at: NullableOf<Timestamp>;
  closed_at: NullableOf<Timestamp>;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  state_before_deletion: string | null;
  created_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface AuditChainTable {
  tenant_id: Generated<string>;
  number: number;
  event_id: string;
  hash: Buffer;
  chained_at: Timestamp;
}

export interface AuditClosingsTable {
  tenant_id: Generated<string>;
  number: number;
  hash: Buffer;
  signature: Buffer;
  closed_at: Timestamp;
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

export interface BackfillsTable {
  name: string;
  state: 'running' | 'paused' | 'finished' | 'failed';
  position: string | null;
  rows_done: Generated<number>;
  error: string | null;
  started_at: Timestamp;
  updated_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
}

export interface BumpProposalsTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  section_id: string;
  day_on: string;
  reason: 'snow_day' | 'holiday_added' | 'holiday_removed';
  state: Generated<'proposed' | 'accepted' | 'declined'>;
  created_by: string;
  created_at: Timestamp;
  decided_by: string | null;
  decided_at: NullableOf<Timestamp>;
  schedule_change_id: string | null;
}

export interface CalendarFeedDirectoryTable {
  secret_hash: Buffer;
  tenant_id: string;
  feed_id: string;
}

export interface CalendarFeedsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  course_id: string | null;
  secret_hash: Buffer;
  created_at: Timestamp;
  last_used_at: NullableOf<Timestamp>;
}

export interface ChangeSetsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  action: string;
  summary: GeneratedOf<Json>;
  cells_count: Generated<number>;
  state: Generated<'applied' | 'reverted'>;
  reverts_id: string | null;
  made_by: string;
  made_at: Timestamp;
}

export interface CommentBankEntriesTable {
  tenant_id: Generated<string>;
  id: string;
  owner_id: string;
  scope: Generated<'mine' | 'course' | 'school'>;
  course_id: string | null;
  school_id: string | null;
  body: string;
  tags: Generated<string[]>;
  shortcut: string | null;
  uses_count: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface CommentThreadsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  path: string | null;
  quote: string | null;
  version_id: string | null;
  approval_request_id: string | null;
  state: Generated<'open' | 'resolved'>;
  created_by: string;
  created_at: Timestamp;
  resolved_by: string | null;
  resolved_at: NullableOf<Timestamp>;
}

export interface CourseAccommodationsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  student_id: string;
  extra_days: Generated<number>;
  has_late_penalty: Generated<boolean>;
  reduced_work: Generated<string>;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface CourseChangesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  kind: 'module_items' | 'shift_dates';
  actor_id: string;
  before: Json;
  created_at: Timestamp;
  undo_until_at: Timestamp;
  undone_at: NullableOf<Timestamp>;
}

export interface CourseCopiesTable {
  tenant_id: Generated<string>;
  id: string;
  source_course_id: string;
  course_id: string;
  parts: string[];
  shift_school_days: Generated<number>;
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>;
  done_count: Generated<number>;
  total_count: Generated<number>;
  skipped: GeneratedOf<Json>;
  requested_by: string;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
}

export interface CourseGradesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  student_id: string;
  grading_period_id: string | null;
  so_far_percent: NullableOf<Numeric>;
  if_nothing_more_percent: NullableOf<Numeric>;
  posted_so_far_percent: NullableOf<Numeric>;
  posted_if_nothing_more_percent: NullableOf<Numeric>;
  counted_cells: Generated<number>;
  label: string | null;
  posted_label: string | null;
  scheme_id: string | null;
  override_percent: NullableOf<Numeric>;
  override_label: string | null;
  override_reason: string | null;
  overridden_by: string | null;
  overridden_at: NullableOf<Timestamp>;
  comment: string | null;
  finalized_at: NullableOf<Timestamp>;
  calculated_at: Timestamp;
  lock_version: Generated<number>;
  details: GeneratedOf<Json>;
}

export interface CoursePagesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  title: string;
  body: NullableOf<Json>;
  created_by: string | null;
  edited_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface CoursesTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  academic_year_id: string;
  name: string;
  code: Generated<string>;
  subject: Generated<string>;
  grade_levels: Generated<string[]>;
  description: NullableOf<Json>;
  color: string | null;
  credits: NullableOf<Numeric>;
  settings: GeneratedOf<Json>;
  state: Generated<'draft' | 'active' | 'archived' | 'deleted'>;
  copied_from_course_id: string | null;
  created_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  archived_at: NullableOf<Timestamp>;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
  outline_version: Generated<number>;
  state_before_deletion: 'draft' | 'active' | 'archived' | null;
}

export interface CurriculumPushTargetsTable {
  tenant_id: Generated<string>;
  id: string;
  push_id: string;
  school_id: string;
  plan_id: string | null;
  effect: 'deliver' | 'lock' | 'offer' | 'none' | 'assign';
  state: Generated<'waiting' | 'done' | 'failed' | 'recalled' | 'kept'>;
  error_code: string | null;
  delivered_revision: number | null;
  done_at: NullableOf<Timestamp>;
}

export interface CurriculumPushesTable {
  tenant_id: Generated<string>;
  id: string;
  kind: 'template' | 'unit' | 'pack';
  title: string;
  plan_id: string | null;
  plan_version_id: string | null;
  pack_key: string | null;
  pack_version: number | null;
  school_ids: string[];
  grade_levels: Generated<string[]>;
  rules: GeneratedOf<Json>;
  state: 'scheduled' | 'running' | 'finished' | 'recalled';
  run_at: Timestamp;
  created_by: string;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  recalled_at: NullableOf<Timestamp>;
  recalled_by: string | null;
}

export interface DeviceSessionsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  device_name: string;
  platform: 'ios' | 'android' | 'desktop';
  installation_hash: Buffer;
  method: string;
  mfa: Generated<boolean>;
  ip: string | null;
  authenticated_at: Timestamp;
  created_at: Timestamp;
  last_used_at: Timestamp;
  refresh_expires_at: Timestamp;
  expires_at: Timestamp;
  generation: Generated<number>;
  replay: string | null;
  replay_at: NullableOf<Timestamp>;
  ended_at: NullableOf<Timestamp>;
  end_reason: string | null;
}

export interface DocumentLinksTable {
  tenant_id: Generated<string>;
  id: string;
  document_id: string;
  target_id: string;
  type: 'contains' | 'derives_from' | 'aligned_with';
  position: number;
  created_by: string;
  created_at: Timestamp;
}

export interface DomainEventsTable {
  tenant_id: Generated<string>;
  id: string;
  name: string;
  payload: Json;
  occurred_at: GeneratedOf<Timestamp>;
}

export interface EnrollmentPreviewsTable {
  tenant_id: Generated<string>;
  id: string;
  section_id: string;
  role: 'student' | 'teacher' | 'co_teacher' | 'assistant';
  source: 'manual' | 'csv';
  state: Generated<'previewed' | 'applied'>;
  people: Json;
  created_by: string;
  created_at: Timestamp;
}

export interface EnrollmentsTable {
  tenant_id: Generated<string>;
  id: string;
  section_id: string;
  user_id: string;
  role: 'student' | 'teacher' | 'co_teacher' | 'assistant';
  state: Generated<'active' | 'inactive' | 'withdrawn' | 'completed'>;
  starts_on: string | null;
  ends_on: string | null;
  source: Generated<'manual' | 'csv' | 'oneroster' | 'classroom' | 'sis'>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
  is_limited: Generated<boolean>;
  assistant_rights: Generated<string[]>;
  managed_by: 'oneroster' | 'classroom' | 'sis' | null;
  withdrawn_at: NullableOf<Timestamp>;
}

export interface EventDeliveriesTable {
  tenant_id: Generated<string>;
  event_id: string;
  subscriber: string;
  delivered_at: Timestamp;
}

export interface FeatureFlagOverridesTable {
  tenant_id: Generated<string>;
  key: string;
  enabled: boolean;
  rollout_percent: number | null;
  roles: Generated<string[]>;
  set_by: string | null;
  reason: string | null;
  set_at: GeneratedOf<Timestamp>;
}

export interface FeatureFlagsTable {
  key: string;
  enabled: boolean | null;
  tenant_manageable: Generated<boolean>;
  rollout_percent: number | null;
  rollout_by: Generated<'tenant' | 'user'>;
  roles: Generated<string[]>;
  expires_on: string | null;
  full_since_at: NullableOf<Timestamp>;
  updated_at: GeneratedOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface FeedbackCommentsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  attempt: Generated<number>;
  author_id: string;
  is_by_student: Generated<boolean>;
  body: string;
  visibility: Generated<'student' | 'staff'>;
  state: Generated<'draft' | 'posted'>;
  posted_at: NullableOf<Timestamp>;
  is_posted_with_grade: Generated<boolean>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface FeedbackReadsTable {
  tenant_id: Generated<string>;
  assignment_id: string;
  student_id: string;
  read_at: Timestamp;
}

export interface FilePreviewsTable {
  tenant_id: Generated<string>;
  file_id: string;
  state: Generated<'waiting' | 'converted' | 'failed'>;
  shown_as: 'pdf' | 'document' | null;
  storage_key: string | null;
  size_bytes: number | null;
  reason: string | null;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
}

export interface FilesTable {
  tenant_id: Generated<string>;
  id: string;
  purpose: string;
  name: string;
  content_type: string;
  size_bytes: number;
  sha256: Buffer;
  storage_key: string;
  uploaded_by: string;
  created_at: Timestamp;
}

export interface FrameworkSubscriptionsTable {
  tenant_id: Generated<string>;
  school_id: string;
  framework_id: string;
  created_by: string;
  created_at: Timestamp;
}

export interface GradeCategoriesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  name: string;
  weight_percent: GeneratedOf<Numeric>;
  drop_lowest: Generated<number>;
  drop_highest: Generated<number>;
  is_extra_credit: Generated<boolean>;
  cap_percent: NullableOf<Numeric>;
  color: string | null;
  position: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface GradeChangesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  subject: 'cell' | 'total' | 'setting' | 'period';
  assignment_id: string | null;
  student_id: string | null;
  before: NullableOf<Json>;
  after: NullableOf<Json>;
  source: string;
  reason: string | null;
  change_set_id: string | null;
  changed_by: string | null;
  changed_at: Timestamp;
}

export interface GradebookExportsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  requested_by: string;
  section_ids: string[] | null;
  has_statuses: Generated<boolean>;
  state: Generated<'waiting' | 'ready' | 'failed' | 'expired'>;
  storage_key: string | null;
  file_name: string | null;
  size_bytes: number | null;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface GradebookImportsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  file_name: string;
  state: Generated<'previewed' | 'applied'>;
  preview: Json;
  change_set_id: string | null;
  created_by: string;
  created_at: Timestamp;
}

export interface GradebookLayoutsTable {
  tenant_id: Generated<string>;
  course_id: string;
  user_id: string;
  layout: Json;
  updated_at: Timestamp;
}

export interface GradebookViewsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  owner_id: string;
  name: string;
  filters: Json;
  is_shared: Generated<boolean>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface GradingHoldsTable {
  tenant_id: Generated<string>;
  assignment_id: string;
  student_id: string;
  user_id: string;
  opened_at: Timestamp;
}

export interface GradingPeriodReopensTable {
  tenant_id: Generated<string>;
  id: string;
  grading_period_id: string;
  course_id: string | null;
  teacher_id: string | null;
  student_id: string | null;
  until_at: Timestamp;
  reason: string;
  reopened_by: string;
  reopened_at: Timestamp;
}

export interface GradingPeriodsTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  academic_year_id: string;
  name: string;
  starts_on: string;
  ends_on: string;
  locks_at: NullableOf<Timestamp>;
  weight_percent: GeneratedOf<Numeric>;
  state: Generated<'upcoming' | 'open' | 'locked' | 'finalized'>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface GradingSchemesTable {
  tenant_id: Generated<string>;
  id: string;
  scope: 'tenant' | 'school' | 'course';
  school_id: string | null;
  course_id: string | null;
  scheme_key: string;
  version: Generated<number>;
  name: string;
  bands: Json;
  rounding: Generated<'none' | 'whole' | 'tenth'>;
  is_default: Generated<boolean>;
  archived_at: NullableOf<Timestamp>;
  created_by: string | null;
  created_at: Timestamp;
  lock_version: Generated<number>;
  updated_at: NullableOf<Timestamp>;
}

export interface GroupMembersTable {
  tenant_id: Generated<string>;
  id: string;
  group_set_id: string;
  group_id: string;
  student_id: string;
  joined_at: Timestamp;
  left_at: NullableOf<Timestamp>;
}

export interface GroupSetsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  name: string;
  created_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface GuardianInvitesTable {
  tenant_id: Generated<string>;
  id: string;
  student_id: string;
  locator: string;
  code_hash: Buffer;
  relationship: Generated<'parent' | 'guardian' | 'relative' | 'other'>;
  email_normalized: string | null;
  wrong_tries: Generated<number>;
  created_by: string | null;
  created_at: GeneratedOf<Timestamp>;
  expires_at: Timestamp;
  redeemed_by: string | null;
  redeemed_at: NullableOf<Timestamp>;
  revoked_at: NullableOf<Timestamp>;
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
  ended_at: NullableOf<Timestamp>;
  adult_basis: 'student_consent' | 'lawful_basis' | null;
  adult_basis_reason: string | null;
  adult_basis_ends_on: string | null;
  majority_notice_at: NullableOf<Timestamp>;
  majority_paused_at: NullableOf<Timestamp>;
}

export interface IdempotencyKeysTable {
  tenant_id: Generated<string>;
  caller: string;
  key: string;
  request_hash: Buffer;
  status: number | null;
  answer: Buffer | null;
  location: string | null;
  started_at: Timestamp;
}

export interface ImpersonationVisitsTable {
  tenant_id: Generated<string>;
  impersonation_id: string;
  path: string;
  visits: Generated<number>;
  first_visited_at: Timestamp;
}

export interface ImpersonationsTable {
  tenant_id: Generated<string>;
  id: string;
  actor_id: string;
  target_id: string;
  session_id: string;
  mode: 'read' | 'act';
  reason: string;
  ticket: string | null;
  school_ids: string[] | null;
  started_at: Timestamp;
  ends_at: Timestamp;
  ended_at: NullableOf<Timestamp>;
  end_reason: string | null;
  support_grant_id: string | null;
}

export interface JobSchedulesTable {
  kind: string;
  cron: string;
  time_zone: string;
  next_run_at: Timestamp;
  last_run_at: NullableOf<Timestamp>;
  last_job_id: string | null;
  last_duration_ms: number | null;
  last_outcome: 'success' | 'failed' | null;
  last_error: string | null;
}

export interface JobWorkersTable {
  id: string;
  host: string;
  version: string;
  started_at: Timestamp;
  seen_at: Timestamp;
  running_count: Generated<number>;
  state: 'working' | 'stopping';
}

export interface LessonSessionsTable {
  tenant_id: Generated<string>;
  id: string;
  lesson_plan_id: string;
  section_id: string;
  placement_id: string | null;
  meeting_on: string;
  starts_at: string | null;
  ends_at: string | null;
  position: Generated<number>;
  pinned_version_id: string | null;
  follow_latest: Generated<boolean>;
  state: Generated<'scheduled' | 'taught' | 'skipped'>;
  taught_at: NullableOf<Timestamp>;
  taught_by: string | null;
  taught_note: string | null;
  not_reached: string | null;
  carried_over: string | null;
  sequence: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  updated_by: string;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface LinkDirectoryTable {
  token_hash: Buffer;
  tenant_id: string;
  link_id: string;
  expires_at: Timestamp;
}

export interface LiveEventsTable {
  tenant_id: Generated<string>;
  id: string;
  name: 'notification' | 'record_changed' | 'session_ended' | 'feature_flags_changed';
  user_id: string | null;
  school_id: string | null;
  details: GeneratedOf<Json>;
  occurred_at: GeneratedOf<Timestamp>;
}

export interface MapBaselinesTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  academic_year_id: string;
  name: string;
  placements: Json;
  frozen_on: string;
  created_by: string;
  created_at: Timestamp;
}

export interface MasteryChangesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  student_id: string;
  standard_id: string;
  kind: 'judged' | 'judgement_taken_back' | 'observed' | 'observation_removed';
  before: NullableOf<Json>;
  after: NullableOf<Json>;
  changed_by: string | null;
  changed_at: Timestamp;
}

export interface MasteryEvidenceTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  student_id: string;
  standard_id: string;
  source: 'rubric' | 'assignment' | 'observation';
  assignment_id: string | null;
  criterion_id: string | null;
  value: Numeric;
  note: Generated<string>;
  is_posted: Generated<boolean>;
  observed_at: Timestamp;
  observed_by: string | null;
  created_at: Timestamp;
}

export interface MasteryResultsTable {
  tenant_id: Generated<string>;
  course_id: string;
  student_id: string;
  standard_id: string;
  value: NullableOf<Numeric>;
  level: number | null;
  is_mastered: boolean | null;
  source: 'evidence' | 'judgement' | null;
  calculated: NullableOf<Numeric>;
  evidence_count: Generated<number>;
  last_evidence_at: NullableOf<Timestamp>;
  trend: 'up' | 'down' | 'steady' | null;
  judged_value: NullableOf<Numeric>;
  judged_note: string | null;
  judged_by: string | null;
  judged_at: NullableOf<Timestamp>;
  ends_with_newer: Generated<boolean>;
  calculated_at: Timestamp;
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

export interface ModuleItemCompletionsTable {
  tenant_id: Generated<string>;
  module_item_id: string;
  student_id: string;
  opened_at: NullableOf<Timestamp>;
  marked_done_at: NullableOf<Timestamp>;
  override_state: 'done' | 'not_started' | null;
  override_by: string | null;
  override_at: NullableOf<Timestamp>;
  has_passed: Generated<boolean>;
}

export interface ModuleItemsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  module_id: string;
  kind: 'assignment' | 'quiz' | 'discussion' | 'page' | 'file' | 'drive_file' | 'link' | 'lesson' | 'lti_link' | 'header';
  title: string | null;
  assignment_id: string | null;
  page_id: string | null;
  lesson_plan_id: string | null;
  resource_id: string | null;
  url: string | null;
  indent: Generated<number>;
  position: Generated<number>;
  state: Generated<'draft' | 'scheduled' | 'published'>;
  publish_at: NullableOf<Timestamp>;
  published_at: NullableOf<Timestamp>;
  completion_rule: Generated<'none' | 'view' | 'mark_done' | 'submit' | 'posts' | 'score'>;
  completion_minimum: NullableOf<Numeric>;
  planned_on: string | null;
  standard_ids: Generated<string[]>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  lock_version: Generated<number>;
}

export interface ModulePrerequisitesTable {
  tenant_id: Generated<string>;
  module_id: string;
  required_module_id: string;
}

export interface ModuleSectionsTable {
  tenant_id: Generated<string>;
  module_id: string;
  section_id: string;
}

export interface ModulesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  title: string;
  description: Generated<string>;
  position: Generated<number>;
  state: Generated<'draft' | 'scheduled' | 'published' | 'archived'>;
  publish_at: NullableOf<Timestamp>;
  published_at: NullableOf<Timestamp>;
  unlock_at: NullableOf<Timestamp>;
  is_sequential: Generated<boolean>;
  starts_on: string | null;
  ends_on: string | null;
  unit_plan_id: string | null;
  unit_version_id: string | null;
  created_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  lock_version: Generated<number>;
}

export interface NotificationsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  kind: string;
  subject_type: string | null;
  subject_id: string | null;
  details: GeneratedOf<Json>;
  link: string | null;
  created_at: Timestamp;
  read_at: NullableOf<Timestamp>;
  read_batch_id: string | null;
}

export interface OneTimeLinksTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  purpose: 'password_reset' | 'invitation' | 'first_admin' | 'temporary_code' | 'not_me';
  token_hash: Buffer;
  created_by: string | null;
  created_at: GeneratedOf<Timestamp>;
  expires_at: Timestamp;
  used_at: NullableOf<Timestamp>;
  revoked_at: NullableOf<Timestamp>;
}

export interface OutboxMailsTable {
  tenant_id: Generated<string>;
  id: string;
  to_user_id: string | null;
  template: string;
  locale: string;
  address_sealed: Buffer;
  content_sealed: Buffer | null;
  state: Generated<'queued' | 'sending' | 'sent' | 'captured' | 'failed'>;
  attempts: Generated<number>;
  error: string | null;
  created_at: Timestamp;
  sent_at: NullableOf<Timestamp>;
}

export interface PacingGuideUnitsTable {
  tenant_id: Generated<string>;
  id: string;
  pacing_guide_id: string;
  unit_plan_id: string;
  starts_on: string;
  ends_on: string;
}

export interface PacingGuidesTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  academic_year_id: string;
  name: string;
  subject: Generated<string>;
  grade_level: Generated<string>;
  state: Generated<'draft' | 'published'>;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface PackAssignmentsTable {
  tenant_id: Generated<string>;
  id: string;
  scope: 'tenant' | 'school' | 'course';
  school_id: string | null;
  course_id: string | null;
  pack_key: string;
  pack_version: number;
  starts_at: Timestamp;
  ended_at: NullableOf<Timestamp>;
  created_by: string;
  created_at: Timestamp;
}

export interface PackFreezesTable {
  tenant_id: Generated<string>;
  id: string;
  academic_year_id: string;
  pack_key: string;
  pack_version: number;
  created_by: string;
  created_at: Timestamp;
}

export interface PasskeyChallengesTable {
  id: string;
  challenge: string;
  session_id: string | null;
  purpose: 'register' | 'sign_in';
  expires_at: Timestamp;
}

export interface PasskeyDirectoryTable {
  credential_hash: Buffer;
  tenant_id: string;
  user_id: string;
  passkey_id: string;
}

export interface PasskeysTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  name: string;
  credential_id: string;
  public_key: Buffer;
  sign_count: Generated<number>;
  transports: Generated<string[]>;
  backed_up: Generated<boolean>;
  created_at: GeneratedOf<Timestamp>;
  last_used_at: NullableOf<Timestamp>;
}

export interface PasswordsTable {
  tenant_id: Generated<string>;
  user_id: string;
  hash: string;
  must_change: Generated<boolean>;
  changed_at: GeneratedOf<Timestamp>;
}

export interface PersonKeysTable {
  tenant_id: Generated<string>;
  user_id: string;
  sealed_key: string;
  created_at: Timestamp;
}

export interface PinsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  subject_type: 'unit_plan' | 'course';
  subject_id: string;
  position: number;
  created_at: Timestamp;
}

export interface PlacementSectionsTable {
  tenant_id: Generated<string>;
  placement_id: string;
  section_id: string;
}

export interface PlanBulkActionsTable {
  tenant_id: Generated<string>;
  id: string;
  actor_id: string;
  action: 'archive' | 'unarchive' | 'delete' | 'restore' | 'tag' | 'untag' | 'move' | 'share';
  created_at: Timestamp;
  results: Json;
}

export interface PlanCollaboratorsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  user_id: string | null;
  planning_context_id: string | null;
  access: 'view' | 'comment' | 'edit' | 'manage';
  created_by: string;
  created_at: Timestamp;
}

export interface PlanCommentsTable {
  tenant_id: Generated<string>;
  id: string;
  thread_id: string;
  author_id: string;
  body: string;
  mentioned_ids: Generated<string[]>;
  created_at: Timestamp;
  edited_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface PlanDraftEditsTable {
  tenant_id: Generated<string>;
  plan_id: string;
  revision: number;
  change_id: string;
  editor_id: string;
  edited_at: Timestamp;
  paths: string[];
  section_key: string | null;
  changes_digest: string | null;
}

export interface PlanDraftsTable {
  tenant_id: Generated<string>;
  plan_id: string;
  content: GeneratedOf<Json>;
  revision: Generated<number>;
  last_editor_id: string;
  last_edited_at: Timestamp;
  version_revision: Generated<number>;
}

export interface PlanExportsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  requested_by: string;
  format: 'pdf' | 'docx' | 'markdown' | 'json';
  options: Json;
  request_hash: Buffer;
  state: Generated<'waiting' | 'running' | 'ready' | 'failed' | 'expired'>;
  storage_key: string | null;
  file_name: string | null;
  content_type: string | null;
  size_bytes: number | null;
  reason: string | null;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface PlanImprovementsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  session_id: string;
  lesson_title: string;
  taught_on: string;
  note: string;
  done_at: NullableOf<Timestamp>;
  created_at: Timestamp;
}

export interface PlanKeptTextsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  path: string;
  label: Json;
  value: Json;
  reason: 'push' | 'pack_move';
  created_at: Timestamp;
}

export interface PlanOffersTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  user_id: string | null;
  planning_context_id: string | null;
  school_id: string | null;
  note: string | null;
  offered_by: string;
  created_at: Timestamp;
  revoked_at: NullableOf<Timestamp>;
}

export interface PlanPackageImportsTable {
  tenant_id: Generated<string>;
  id: string;
  file_id: string;
  file_name: string;
  title: string | null;
  home: 'personal' | 'team' | 'school' | 'district';
  school_id: string | null;
  planning_context_id: string | null;
  created_by: string;
  may_add_frameworks: Generated<boolean>;
  may_add_packs: Generated<boolean>;
  state: Generated<'waiting' | 'reading' | 'previewed' | 'applying' | 'applied' | 'failed'>;
  counts: NullableOf<Json>;
  problems: GeneratedOf<Json>;
  errors_count: Generated<number>;
  plan_ids: Generated<string[]>;
  created_at: Timestamp;
  updated_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
}

export interface PlanPublicationsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  version_id: string;
  published_by: string;
  published_at: Timestamp;
  ended_at: NullableOf<Timestamp>;
  ended_by: string | null;
}

export interface PlanRolloversTable {
  tenant_id: Generated<string>;
  id: string;
  from_course_id: string;
  to_course_id: string;
  copy_units: boolean;
  placement_ids: string[];
  state: Generated<'waiting' | 'running' | 'done'>;
  results: GeneratedOf<Json>;
  created_by: string;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
}

export interface PlanSetExportsTable {
  tenant_id: Generated<string>;
  id: string;
  requested_by: string;
  format: 'package' | 'pdf' | 'pdf_files';
  title: string;
  plan_ids: string[];
  resource_ids: Generated<string[]>;
  framework_ids: Generated<string[]>;
  options: GeneratedOf<Json>;
  state: Generated<'waiting' | 'running' | 'ready' | 'failed' | 'expired'>;
  done_count: Generated<number>;
  total_count: Generated<number>;
  left_out: GeneratedOf<Json>;
  storage_key: string | null;
  file_name: string | null;
  content_type: string | null;
  size_bytes: number | null;
  reason: string | null;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface PlanVersionAlignmentsTable {
  tenant_id: Generated<string>;
  version_id: string;
  standard_id: string;
  plan_id: string;
  emphasis: 'introduced' | 'developed' | 'mastered' | 'reviewed' | null;
}

export interface PlanVersionsTable {
  tenant_id: Generated<string>;
  id: string;
  plan_id: string;
  version_number: number;
  title: string;
  content: Json;
  alignments: GeneratedOf<Json>;
  resources: GeneratedOf<Json>;
  lessons: GeneratedOf<Json>;
  tags: Generated<string[]>;
  duration_minutes: number | null;
  author_id: string;
  change_note: string | null;
  kind: 'manual' | 'snapshot' | 'submit' | 'publish' | 'restore' | 'ai_apply' | 'import' | 'push';
  restored_from_version_id: string | null;
  content_hash: Buffer;
  changed_fields_count: Generated<number>;
  created_at: Timestamp;
}

export interface PlanVisitsTable {
  tenant_id: Generated<string>;
  plan_id: string;
  user_id: string;
  seen_at: Timestamp;
  section_key: string | null;
}

export interface PlannerEventsTable {
  tenant_id: Generated<string>;
  id: string;
  owner_id: string;
  title: string;
  color: string | null;
  starts_on: string | null;
  ends_on: string | null;
  starts_at: NullableOf<Timestamp>;
  ends_at: NullableOf<Timestamp>;
  sequence: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface PlannerPacksTable {
  tenant_id: Generated<string>;
  id: string;
  key: string;
  version: number;
  school_id: string | null;
  state: Generated<'draft' | 'active' | 'deprecated'>;
  definition: Json;
  checksum: Buffer;
  based_on_key: string;
  based_on_version: number;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  activated_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface PlanningContextCoursesTable {
  tenant_id: Generated<string>;
  planning_context_id: string;
  course_id: string;
}

export interface PlanningContextMembersTable {
  tenant_id: Generated<string>;
  planning_context_id: string;
  user_id: string;
}

export interface PlanningContextsTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  academic_year_id: string;
  kind: 'course' | 'grade_team' | 'interdisciplinary' | 'programme' | 'school_wide';
  name: string;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  archived_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface PlansTable {
  tenant_id: Generated<string>;
  id: string;
  kind: 'unit' | 'lesson' | 'template' | 'document';
  title: string;
  school_id: string | null;
  owner_id: string;
  home: Generated<'personal' | 'team' | 'school' | 'district'>;
  subjects: Generated<string[]>;
  grade_levels: Generated<string[]>;
  planning_context_id: string | null;
  academic_year_id: string | null;
  pack_key: string;
  pack_version: number;
  schema_key: string;
  state: Generated<'draft' | 'submitted' | 'approved' | 'returned' | 'published' | 'archived'>;
  current_version_id: string | null;
  published_version_id: string | null;
  template_version_id: string | null;
  source_plan_id: string | null;
  source_version_id: string | null;
  locked_paths: GeneratedOf<Json>;
  tags: Generated<string[]>;
  language: Generated<string>;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  lock_version: Generated<number>;
  unit_plan_id: string | null;
  course_id: string | null;
  position: number | null;
  duration_minutes: number | null;
  level: 'personal' | 'school' | 'district' | null;
  plan_kind: 'unit' | 'lesson' | null;
  description: string | null;
  suggested_weeks: number | null;
  document_type: string | null;
}

export interface ProficiencyScalesTable {
  tenant_id: Generated<string>;
  id: string;
  scope: 'tenant' | 'school' | 'course';
  school_id: string | null;
  course_id: string | null;
  name: string;
  levels: Json;
  method: Json;
  mastery_at: Numeric;
  least_assessed_percent: GeneratedOf<Numeric>;
  conversion: NullableOf<Json>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface RecoveryCodesTable {
  tenant_id: Generated<string>;
  user_id: string;
  code_hash: Buffer;
  used_at: NullableOf<Timestamp>;
}

export interface ResourceAttachmentsTable {
  tenant_id: Generated<string>;
  id: string;
  resource_id: string;
  target_type: 'unit_plan' | 'lesson_plan' | 'template' | 'curriculum_document' | 'assignment' | 'module' | 'course' | 'discussion' | 'quiz' | 'announcement';
  target_id: string;
  path: Generated<string>;
  caption: Generated<string>;
  position: number;
  audience: Generated<'teacher' | 'student'>;
  pinned_version_id: string | null;
  opens_for_readers: Generated<boolean>;
  created_by: string | null;
  created_at: Timestamp;
}

export interface ResourceFoldersTable {
  tenant_id: Generated<string>;
  id: string;
  parent_id: string | null;
  name: string;
  name_normalized: string;
  scope: 'personal' | 'team' | 'school' | 'tenant';
  owner_id: string;
  planning_context_id: string | null;
  school_id: string | null;
  siblings_key: string;
  ancestor_ids: Generated<string[]>;
  colour: 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'purple' | 'pink' | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  lock_version: Generated<number>;
}

export interface ResourceVersionsTable {
  tenant_id: Generated<string>;
  id: string;
  resource_id: string;
  version_number: number;
  file_id: string;
  created_by: string;
  created_at: Timestamp;
}

export interface ResourcesTable {
  tenant_id: Generated<string>;
  id: string;
  kind: 'file' | 'drive_file' | 'link';
  title: string;
  description: Generated<string>;
  folder_id: string | null;
  owner_id: string;
  visibility: Generated<'private' | 'team' | 'school' | 'tenant'>;
  planning_context_id: string | null;
  school_id: string | null;
  tags: Generated<string[]>;
  current_version_id: string | null;
  content_type: string | null;
  size_bytes: number | null;
  sha256: Buffer | null;
  drive_file_id: string | null;
  url: string | null;
  state: Generated<'active' | 'archived'>;
  health: Generated<'ok' | 'unreachable' | 'forbidden' | 'unknown'>;
  checked_at: NullableOf<Timestamp>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  deleted_by: string | null;
  deleted_with_folder_id: string | null;
  purged_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
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

export interface RubricAssessmentsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string;
  rubric_id: string;
  kind: Generated<'staff' | 'self'>;
  attempt: Generated<number>;
  assessor_id: string;
  marks: GeneratedOf<Json>;
  is_accepted: Generated<boolean>;
  is_complete: Generated<boolean>;
  score: NullableOf<Numeric>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface RubricsTable {
  tenant_id: Generated<string>;
  id: string;
  scope: 'mine' | 'course' | 'school' | 'tenant';
  owner_id: string;
  course_id: string | null;
  school_id: string | null;
  title: string;
  has_points: Generated<boolean>;
  state: Generated<'draft' | 'published' | 'archived'>;
  rubric_key: string;
  version: Generated<number>;
  criteria: GeneratedOf<Json>;
  used_at: NullableOf<Timestamp>;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface SavedSearchesTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  name: string;
  query: Json;
  digest: Generated<boolean>;
  digest_sent_at: NullableOf<Timestamp>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface SavedViewsTable {
  tenant_id: Generated<string>;
  id: string;
  user_id: string;
  page: string;
  name: string;
  filters: GeneratedOf<Json>;
  sort: string | null;
  columns: string[] | null;
  shared_with_school_id: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface ScheduleChangesTable {
  tenant_id: Generated<string>;
  id: string;
  kind: 'bump' | 'move' | 'snow_day' | 'holiday' | 'adopt';
  course_id: string | null;
  actor_id: string;
  changes: Json;
  created_at: Timestamp;
  undo_until_at: Timestamp;
  undone_at: NullableOf<Timestamp>;
}

export interface SchoolCalendarsTable {
  tenant_id: Generated<string>;
  school_id: string;
  academic_year_id: string;
  weekdays: Generated<number[]>;
  rotation_days: Generated<string[]>;
  rotation_on_day_off: Generated<'keep' | 'advance'>;
  rotation_starts_on: string | null;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface SchoolDaysTable {
  tenant_id: Generated<string>;
  school_id: string;
  day_on: string;
  is_instructional: Generated<boolean>;
  rotation_day: string | null;
  bell_schedule: Generated<string>;
  note: string | null;
  opens_at: string | null;
  closes_at: string | null;
}

export interface SchoolGradingTable {
  tenant_id: Generated<string>;
  school_id: string;
  year_grade: Generated<'items' | 'periods'>;
  updated_at: Timestamp;
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
  first_weekday: number | null;
}

export interface SearchDocumentsTable {
  tenant_id: Generated<string>;
  kind: 'unit' | 'lesson' | 'template' | 'document' | 'standard' | 'resource' | 'course' | 'assignment' | 'announcement';
  record_id: string;
  title: string;
  title_folded: string;
  code: string | null;
  code_folded: string | null;
  detail: Generated<string>;
  body: Generated<string>;
  language: Generated<string>;
  title_words: string;
  all_words: string;
  subjects: Generated<string[]>;
  grade_levels: Generated<string[]>;
  state: string | null;
  tags: Generated<string[]>;
  school_id: string | null;
  owner_id: string | null;
  academic_year_id: string | null;
  framework_id: string | null;
  course_id: string | null;
  record_updated_at: Timestamp;
  indexed_at: Timestamp;
}

export interface SearchProgressTable {
  tenant_id: Generated<string>;
  kind: string;
  indexed_through_at: Timestamp;
}

export interface SectionMeetingsTable {
  tenant_id: Generated<string>;
  id: string;
  section_id: string;
  weekday: number | null;
  rotation_day: string | null;
  starts_at: string;
  ends_at: string;
  location: string | null;
  effective_from_on: string | null;
  effective_to_on: string | null;
  created_at: Timestamp;
}

export interface SectionTermsTable {
  tenant_id: Generated<string>;
  section_id: string;
  term_id: string;
}

export interface SectionsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  name: string;
  code: Generated<string>;
  capacity: number | null;
  state: Generated<'active' | 'archived'>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface ServiceAccountOwnersTable {
  tenant_id: Generated<string>;
  service_user_id: string;
  owner_user_id: string;
  left_at: NullableOf<Timestamp>;
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
  pending_step: 'second_factor' | 'enrol_factor' | 'new_password' | null;
  support_tenant_id: string | null;
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

export interface SignInPoliciesTable {
  tenant_id: Generated<string>;
  policy: GeneratedOf<Json>;
  lock_version: Generated<number>;
  updated_at: GeneratedOf<Timestamp>;
}

export interface SignInThrottlesTable {
  account_hash: Buffer;
  device_hash: Buffer;
  failures: Generated<number>;
  first_failed_at: Timestamp;
  last_failed_at: Timestamp;
  blocked_until_at: NullableOf<Timestamp>;
}

export interface StandardAlignmentsTable {
  tenant_id: Generated<string>;
  id: string;
  standard_id: string;
  target_type: 'unit_plan' | 'lesson_plan' | 'template' | 'curriculum_document' | 'assignment' | 'question' | 'rubric_criterion' | 'resource';
  target_id: string;
  emphasis: 'introduced' | 'developed' | 'mastered' | 'reviewed' | null;
  note: string | null;
  source: Generated<'manual' | 'template' | 'inherited' | 'ai' | 'import'>;
  created_by: string | null;
  created_at: Timestamp;
}

export interface StandardAssociationsTable {
  tenant_id: Generated<string>;
  id: string;
  framework_id: string;
  identifier: string;
  type: 'is_child_of' | 'is_part_of' | 'is_peer_of' | 'exact_match_of' | 'precedes' | 'is_related_to' | 'replaced_by' | 'exemplar' | 'has_skill_level' | 'is_translation_of' | 'other';
  origin_identifier: string;
  origin_uri: string | null;
  destination_identifier: string;
  destination_uri: string | null;
  sequence: number | null;
  source: NullableOf<Json>;
  content_hash: Generated<string>;
}

export interface StandardCodeKeysTable {
  tenant_id: Generated<string>;
  code_key: string;
  standard_id: string;
}

export interface StandardFrameworksTable {
  tenant_id: Generated<string>;
  id: string;
  identifier: string;
  source_uri: string | null;
  title: string;
  creator: Generated<string>;
  publisher: Generated<string>;
  jurisdiction: Generated<string>;
  description: Generated<string>;
  subjects: Generated<string[]>;
  version: Generated<string>;
  adoption_status: Generated<'draft' | 'adopted' | 'deprecated' | 'private'>;
  language: Generated<string>;
  licence: Generated<string>;
  scope: 'platform' | 'district' | 'school';
  school_id: string | null;
  document_source: NullableOf<Json>;
  definitions_source: NullableOf<Json>;
  package_source: NullableOf<Json>;
  content_hash: Generated<string>;
  standards_count: Generated<number>;
  created_by: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  imported_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface StandardImportProblemsTable {
  tenant_id: Generated<string>;
  import_id: string;
  number: number;
  severity: 'error' | 'note';
  code: string;
  place: string;
  line: number | null;
  column_name: string | null;
  identifier: string | null;
  value: string | null;
  detail: string;
}

export interface StandardImportsTable {
  tenant_id: Generated<string>;
  id: string;
  file_id: string;
  file_name: string;
  format: 'case' | 'csv';
  framework_id: string | null;
  framework_identifier: string | null;
  school_id: string | null;
  title: string | null;
  document_identifier: string | null;
  mapping: NullableOf<Json>;
  columns: NullableOf<Json>;
  documents: GeneratedOf<Json>;
  state: Generated<'waiting' | 'reading' | 'previewed' | 'applying' | 'applied' | 'cancelled' | 'failed'>;
  counts: GeneratedOf<Json>;
  fault: string | null;
  done_count: Generated<number>;
  total_count: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  corrects_import_id: string | null;
}

export interface StandardsTable {
  tenant_id: Generated<string>;
  id: string;
  framework_id: string;
  identifier: string;
  parent_id: string | null;
  ancestor_ids: Generated<string[]>;
  position: number;
  depth: Generated<number>;
  is_leaf: Generated<boolean>;
  is_unplaced: Generated<boolean>;
  code: Generated<string>;
  code_normalized: Generated<string>;
  statement: string;
  short_statement: string | null;
  label: string | null;
  item_type: string | null;
  education_levels: Generated<string[]>;
  grade_levels: Generated<string[]>;
  subjects: Generated<string[]>;
  assessable: Generated<boolean>;
  list_enumeration: string | null;
  notes: string | null;
  language: Generated<string>;
  licence: Generated<string>;
  source_uri: string | null;
  state: Generated<'active' | 'retired'>;
  retired_at: NullableOf<Timestamp>;
  origin: Generated<'import' | 'manual'>;
  school_id: string | null;
  source: NullableOf<Json>;
  content_hash: Generated<string>;
  words: ColumnType<string | null, never, never>;
  created_at: Timestamp;
  updated_at: Timestamp;
  lock_version: Generated<number>;
}

export interface StudentGroupsTable {
  tenant_id: Generated<string>;
  id: string;
  group_set_id: string;
  name: string;
  position: Generated<number>;
  created_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
}

export interface StudentNotesTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  student_id: string;
  author_id: string;
  body: string;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface StudentWorkTable {
  tenant_id: Generated<string>;
  assignment_id: string;
  student_id: string;
  course_id: string;
  section_id: string | null;
  is_assigned: Generated<boolean>;
  available_from_at: NullableOf<Timestamp>;
  due_at: NullableOf<Timestamp>;
  available_until_at: NullableOf<Timestamp>;
  dates_from: Generated<'everyone' | 'section' | 'group' | 'student'>;
  is_before_enrollment: Generated<boolean>;
  submission_id: string | null;
  submission_state: Generated<'not_started' | 'draft' | 'submitted' | 'revision_requested'>;
  submitted_at: NullableOf<Timestamp>;
  attempts_count: Generated<number>;
  late_seconds: Generated<number>;
  has_new_work: Generated<boolean>;
  entry: string | null;
  entered_score: NullableOf<Numeric>;
  grade_state: Generated<'none' | 'graded' | 'excused' | 'incomplete'>;
  status_override: 'late' | 'not_late' | 'missing' | 'not_missing' | 'none' | null;
  late_minutes_override: number | null;
  deduction: GeneratedOf<Numeric>;
  effective_score: NullableOf<Numeric>;
  attempt_graded: number | null;
  grade_source: 'typed' | 'rubric' | 'quiz' | 'import' | 'policy' | 'sync' | 'transfer' | null;
  graded_by: string | null;
  graded_at: NullableOf<Timestamp>;
  posted_at: NullableOf<Timestamp>;
  posts_at: NullableOf<Timestamp>;
  grade_version: Generated<number>;
  changed_at: Timestamp;
  grade_code: ColumnType<string | null, never, never>;
}

export interface SubmissionAttemptsTable {
  tenant_id: Generated<string>;
  id: string;
  submission_id: string;
  number: number;
  official_at: Timestamp;
  received_at: Timestamp;
  device_at: NullableOf<Timestamp>;
  body: NullableOf<Json>;
  links: GeneratedOf<Json>;
  files: GeneratedOf<Json>;
  submitted_by: string;
  on_behalf_reason: string | null;
  receipt_code: string;
  word_count: Generated<number>;
  withdrawn_at: NullableOf<Timestamp>;
  request_key: string | null;
  on_time_because: 'upload_began' | 'chosen_by_staff' | null;
}

export interface SubmissionsTable {
  tenant_id: Generated<string>;
  id: string;
  course_id: string;
  assignment_id: string;
  student_id: string | null;
  group_id: string | null;
  draft: NullableOf<Json>;
  draft_version: Generated<number>;
  draft_edited_by: string | null;
  draft_edited_at: NullableOf<Timestamp>;
  extra_attempts: Generated<number>;
  attempts_count: Generated<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
  revision_note: string | null;
  revision_asked_by: string | null;
  revision_asked_at: NullableOf<Timestamp>;
  revision_due_at: NullableOf<Timestamp>;
}

export interface SubstitutionSectionsTable {
  tenant_id: Generated<string>;
  substitution_id: string;
  section_id: string;
}

export interface SubstitutionsTable {
  tenant_id: Generated<string>;
  id: string;
  school_id: string;
  teacher_id: string;
  substitute_id: string | null;
  starts_on: string;
  ends_on: string;
  note: Generated<string>;
  created_by: string;
  created_at: Timestamp;
  revoked_at: NullableOf<Timestamp>;
  revoked_by: string | null;
}

export interface SupportGrantsTable {
  tenant_id: Generated<string>;
  id: string;
  state: 'requested' | 'active' | 'declined' | 'revoked';
  origin: 'tenant' | 'operator' | 'break_glass';
  scope: 'tenant' | 'school' | 'user';
  school_id: string | null;
  user_id: string | null;
  student_records: Generated<boolean>;
  reason: string;
  hours: number;
  requested_by: string | null;
  confirmed_by: string | null;
  granted_by: string | null;
  created_at: Timestamp;
  starts_at: NullableOf<Timestamp>;
  ends_at: NullableOf<Timestamp>;
  ended_at: NullableOf<Timestamp>;
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

export interface TokenDirectoryTable {
  token_hash: Buffer;
  kind: 'api_token' | 'device';
  tenant_id: string;
  user_id: string;
  subject_id: string;
  revision: Generated<number>;
  expires_at: Timestamp;
}

export interface TotpFactorsTable {
  tenant_id: Generated<string>;
  user_id: string;
  secret: string;
  created_at: GeneratedOf<Timestamp>;
  confirmed_at: NullableOf<Timestamp>;
  last_step: Generated<number>;
}

export interface UnitPlacementsTable {
  tenant_id: Generated<string>;
  id: string;
  unit_plan_id: string;
  course_id: string;
  school_id: string;
  academic_year_id: string;
  all_sections: Generated<boolean>;
  starts_on: string;
  ends_on: string;
  pinned_version_id: string | null;
  follow_latest: Generated<boolean>;
  position: Generated<number>;
  state: Generated<'planned' | 'in_progress' | 'taught' | 'skipped'>;
  pacing_guide_id: string | null;
  recommended_starts_on: string | null;
  recommended_ends_on: string | null;
  sequence: Generated<number>;
  created_by: string;
  created_at: Timestamp;
  updated_by: string;
  updated_at: Timestamp;
  deleted_at: NullableOf<Timestamp>;
  lock_version: Generated<number>;
}

export interface UserBulkItemsTable {
  tenant_id: Generated<string>;
  run_id: string;
  position: number;
  user_id: string;
  status: Generated<'waiting' | 'done' | 'failed'>;
  code: string | null;
  detail: string | null;
}

export interface UserBulkRunsTable {
  tenant_id: Generated<string>;
  id: string;
  requested_by: string;
  school_id: string | null;
  act: Json;
  state: Generated<'waiting' | 'running' | 'done'>;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface UserDevicesTable {
  tenant_id: Generated<string>;
  user_id: string;
  device_hash: Buffer;
  first_seen_at: Timestamp;
  last_seen_at: Timestamp;
}

export interface UserImportRowsTable {
  tenant_id: Generated<string>;
  import_id: string;
  line: number;
  cells: Json;
  status: 'new' | 'known' | 'bad' | 'created' | 'failed';
  person: NullableOf<Json>;
  field: string | null;
  code: string | null;
  detail: string | null;
  other_line: number | null;
  user_id: string | null;
}

export interface UserImportsTable {
  tenant_id: Generated<string>;
  id: string;
  requested_by: string;
  chosen_school_id: string | null;
  file_name: string;
  header: Json;
  mapping: Json;
  role_id: string | null;
  school_id: string | null;
  state: Generated<'previewed' | 'applying' | 'applied'>;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface UserMergesTable {
  tenant_id: Generated<string>;
  id: string;
  kept_id: string;
  merged_id: string;
  moved: GeneratedOf<Json>;
  merged_by: string | null;
  merged_at: Timestamp;
  undo_until_at: Timestamp;
  undone_by: string | null;
  undone_at: NullableOf<Timestamp>;
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
  mfa_due_at: NullableOf<Timestamp>;
  pronounced_as: string | null;
}

export interface VitalCountsTable {
  counted_on: string;
  release: string;
  route: string;
  name: 'LCP' | 'INP' | 'CLS' | 'FCP' | 'TTFB';
  bucket: number;
  count: number;
}

export interface WorkArchivesTable {
  tenant_id: Generated<string>;
  id: string;
  assignment_id: string;
  requested_by: string;
  section_ids: string[] | null;
  student_ids: string[] | null;
  name_pattern: string;
  is_anonymous: Generated<boolean>;
  state: Generated<'waiting' | 'running' | 'ready' | 'failed' | 'expired'>;
  storage_key: string | null;
  file_name: string | null;
  size_bytes: number | null;
  files_count: number | null;
  reason: string | null;
  created_at: Timestamp;
  finished_at: NullableOf<Timestamp>;
  expires_at: Timestamp;
}

export interface WorkUploadPartsTable {
  tenant_id: Generated<string>;
  upload_id: string;
  starts_at_byte: number;
  size_bytes: number;
  storage_key: string;
}

export interface WorkUploadsTable {
  tenant_id: Generated<string>;
  id: string;
  assignment_id: string;
  uploaded_by: string;
  name: string;
  content_type: string;
  size_bytes: number;
  received_bytes: Generated<number>;
  state: Generated<'receiving' | 'completed' | 'refused'>;
  refusal: string | null;
  file_id: string | null;
  began_at: Timestamp;
  touched_at: Timestamp;
}

export interface YearWaiversTable {
  tenant_id: Generated<string>;
  id: string;
  academic_year_id: string;
  course_id: string;
  kind: 'ungraded' | 'unfinalized' | 'drafts';
  reason: string;
  waived_by: string;
  waived_at: Timestamp;
}

export interface Database {
  academic_years: AcademicYearsTable;
  accessibility_requests: AccessibilityRequestsTable;
  alignment_migrations: AlignmentMigrationsTable;
  annotations: AnnotationsTable;
  api_token_days: ApiTokenDaysTable;
  api_tokens: ApiTokensTable;
  approval_approvers: ApprovalApproversTable;
  approval_decisions: ApprovalDecisionsTable;
  approval_requests: ApprovalRequestsTable;
  approval_routes: ApprovalRoutesTable;
  approval_viewings: ApprovalViewingsTable;
  assignment_dates: AssignmentDatesTable;
  assignment_standards: AssignmentStandardsTable;
  assignments: AssignmentsTable;
  audit_chain: AuditChainTable;
  audit_closings: AuditClosingsTable;
  audit_events: AuditEventsTable;
  backfills: BackfillsTable;
  bump_proposals: BumpProposalsTable;
  calendar_feed_directory: CalendarFeedDirectoryTable;
  calendar_feeds: CalendarFeedsTable;
  change_sets: ChangeSetsTable;
  comment_bank_entries: CommentBankEntriesTable;
  comment_threads: CommentThreadsTable;
  course_accommodations: CourseAccommodationsTable;
  course_changes: CourseChangesTable;
  course_copies: CourseCopiesTable;
  course_grades: CourseGradesTable;
  course_pages: CoursePagesTable;
  courses: CoursesTable;
  curriculum_push_targets: CurriculumPushTargetsTable;
  curriculum_pushes: CurriculumPushesTable;
  device_sessions: DeviceSessionsTable;
  document_links: DocumentLinksTable;
  domain_events: DomainEventsTable;
  enrollment_previews: EnrollmentPreviewsTable;
  enrollments: EnrollmentsTable;
  event_deliveries: EventDeliveriesTable;
  feature_flag_overrides: FeatureFlagOverridesTable;
  feature_flags: FeatureFlagsTable;
  feedback_comments: FeedbackCommentsTable;
  feedback_reads: FeedbackReadsTable;
  file_previews: FilePreviewsTable;
  files: FilesTable;
  framework_subscriptions: FrameworkSubscriptionsTable;
  grade_categories: GradeCategoriesTable;
  grade_changes: GradeChangesTable;
  gradebook_exports: GradebookExportsTable;
  gradebook_imports: GradebookImportsTable;
  gradebook_layouts: GradebookLayoutsTable;
  gradebook_views: GradebookViewsTable;
  grading_holds: GradingHoldsTable;
  grading_period_reopens: GradingPeriodReopensTable;
  grading_periods: GradingPeriodsTable;
  grading_schemes: GradingSchemesTable;
  group_members: GroupMembersTable;
  group_sets: GroupSetsTable;
  guardian_invites: GuardianInvitesTable;
  guardian_links: GuardianLinksTable;
  idempotency_keys: IdempotencyKeysTable;
  impersonation_visits: ImpersonationVisitsTable;
  impersonations: ImpersonationsTable;
  job_schedules: JobSchedulesTable;
  job_workers: JobWorkersTable;
  lesson_sessions: LessonSessionsTable;
  link_directory: LinkDirectoryTable;
  live_events: LiveEventsTable;
  map_baselines: MapBaselinesTable;
  mastery_changes: MasteryChangesTable;
  mastery_evidence: MasteryEvidenceTable;
  mastery_results: MasteryResultsTable;
  memberships: MembershipsTable;
  module_item_completions: ModuleItemCompletionsTable;
  module_items: ModuleItemsTable;
  module_prerequisites: ModulePrerequisitesTable;
  module_sections: ModuleSectionsTable;
  modules: ModulesTable;
  notifications: NotificationsTable;
  one_time_links: OneTimeLinksTable;
  outbox_mails: OutboxMailsTable;
  pacing_guide_units: PacingGuideUnitsTable;
  pacing_guides: PacingGuidesTable;
  pack_assignments: PackAssignmentsTable;
  pack_freezes: PackFreezesTable;
  passkey_challenges: PasskeyChallengesTable;
  passkey_directory: PasskeyDirectoryTable;
  passkeys: PasskeysTable;
  passwords: PasswordsTable;
  person_keys: PersonKeysTable;
  pins: PinsTable;
  placement_sections: PlacementSectionsTable;
  plan_bulk_actions: PlanBulkActionsTable;
  plan_collaborators: PlanCollaboratorsTable;
  plan_comments: PlanCommentsTable;
  plan_draft_edits: PlanDraftEditsTable;
  plan_drafts: PlanDraftsTable;
  plan_exports: PlanExportsTable;
  plan_improvements: PlanImprovementsTable;
  plan_kept_texts: PlanKeptTextsTable;
  plan_offers: PlanOffersTable;
  plan_package_imports: PlanPackageImportsTable;
  plan_publications: PlanPublicationsTable;
  plan_rollovers: PlanRolloversTable;
  plan_set_exports: PlanSetExportsTable;
  plan_version_alignments: PlanVersionAlignmentsTable;
  plan_versions: PlanVersionsTable;
  plan_visits: PlanVisitsTable;
  planner_events: PlannerEventsTable;
  planner_packs: PlannerPacksTable;
  planning_context_courses: PlanningContextCoursesTable;
  planning_context_members: PlanningContextMembersTable;
  planning_contexts: PlanningContextsTable;
  plans: PlansTable;
  proficiency_scales: ProficiencyScalesTable;
  recovery_codes: RecoveryCodesTable;
  resource_attachments: ResourceAttachmentsTable;
  resource_folders: ResourceFoldersTable;
  resource_versions: ResourceVersionsTable;
  resources: ResourcesTable;
  role_assignments: RoleAssignmentsTable;
  roles: RolesTable;
  rubric_assessments: RubricAssessmentsTable;
  rubrics: RubricsTable;
  saved_searches: SavedSearchesTable;
  saved_views: SavedViewsTable;
  schedule_changes: ScheduleChangesTable;
  school_calendars: SchoolCalendarsTable;
  school_days: SchoolDaysTable;
  school_grading: SchoolGradingTable;
  schools: SchoolsTable;
  search_documents: SearchDocumentsTable;
  search_progress: SearchProgressTable;
  section_meetings: SectionMeetingsTable;
  section_terms: SectionTermsTable;
  sections: SectionsTable;
  service_account_owners: ServiceAccountOwnersTable;
  session_directory: SessionDirectoryTable;
  sessions: SessionsTable;
  sign_in_directory: SignInDirectoryTable;
  sign_in_events: SignInEventsTable;
  sign_in_policies: SignInPoliciesTable;
  sign_in_throttles: SignInThrottlesTable;
  standard_alignments: StandardAlignmentsTable;
  standard_associations: StandardAssociationsTable;
  standard_code_keys: StandardCodeKeysTable;
  standard_frameworks: StandardFrameworksTable;
  standard_import_problems: StandardImportProblemsTable;
  standard_imports: StandardImportsTable;
  standards: StandardsTable;
  student_groups: StudentGroupsTable;
  student_notes: StudentNotesTable;
  student_work: StudentWorkTable;
  submission_attempts: SubmissionAttemptsTable;
  submissions: SubmissionsTable;
  substitution_sections: SubstitutionSectionsTable;
  substitutions: SubstitutionsTable;
  support_grants: SupportGrantsTable;
  tenant_domains: TenantDomainsTable;
  tenants: TenantsTable;
  term_schools: TermSchoolsTable;
  terms: TermsTable;
  token_directory: TokenDirectoryTable;
  totp_factors: TotpFactorsTable;
  unit_placements: UnitPlacementsTable;
  user_bulk_items: UserBulkItemsTable;
  user_bulk_runs: UserBulkRunsTable;
  user_devices: UserDevicesTable;
  user_import_rows: UserImportRowsTable;
  user_imports: UserImportsTable;
  user_merges: UserMergesTable;
  user_preferences: UserPreferencesTable;
  users: UsersTable;
  vital_counts: VitalCountsTable;
  work_archives: WorkArchivesTable;
  work_upload_parts: WorkUploadPartsTable;
  work_uploads: WorkUploadsTable;
  year_waivers: YearWaiversTable;
}

/** Tables with a tenant_id of their own; every statement on them carries the tenant. */
export const tenantTables: ReadonlySet<string> = new Set([
  'academic_years',
  'accessibility_requests',
  'alignment_migrations',
  'annotations',
  'api_token_days',
  'api_tokens',
  'approval_approvers',
  'approval_decisions',
  'approval_requests',
  'approval_routes',
  'approval_viewings',
  'assignment_dates',
  'assignment_standards',
  'assignments',
  'audit_chain',
  'audit_closings',
  'audit_events',
  'bump_proposals',
  'calendar_feeds',
  'change_sets',
  'comment_bank_entries',
  'comment_threads',
  'course_accommodations',
  'course_changes',
  'course_copies',
  'course_grades',
  'course_pages',
  'courses',
  'curriculum_push_targets',
  'curriculum_pushes',
  'device_sessions',
  'document_links',
  'domain_events',
  'enrollment_previews',
  'enrollments',
  'event_deliveries',
  'feature_flag_overrides',
  'feedback_comments',
  'feedback_reads',
  'file_previews',
  'files',
  'framework_subscriptions',
  'grade_categories',
  'grade_changes',
  'gradebook_exports',
  'gradebook_imports',
  'gradebook_layouts',
  'gradebook_views',
  'grading_holds',
  'grading_period_reopens',
  'grading_periods',
  'grading_schemes',
  'group_members',
  'group_sets',
  'guardian_invites',
  'guardian_links',
  'idempotency_keys',
  'impersonation_visits',
  'impersonations',
  'lesson_sessions',
  'live_events',
  'map_baselines',
  'mastery_changes',
  'mastery_evidence',
  'mastery_results',
  'memberships',
  'module_item_completions',
  'module_items',
  'module_prerequisites',
  'module_sections',
  'modules',
  'notifications',
  'one_time_links',
  'outbox_mails',
  'pacing_guide_units',
  'pacing_guides',
  'pack_assignments',
  'pack_freezes',
  'passkeys',
  'passwords',
  'person_keys',
  'pins',
  'placement_sections',
  'plan_bulk_actions',
  'plan_collaborators',
  'plan_comments',
  'plan_draft_edits',
  'plan_drafts',
  'plan_exports',
  'plan_improvements',
  'plan_kept_texts',
  'plan_offers',
  'plan_package_imports',
  'plan_publications',
  'plan_rollovers',
  'plan_set_exports',
  'plan_version_alignments',
  'plan_versions',
  'plan_visits',
  'planner_events',
  'planner_packs',
  'planning_context_courses',
  'planning_context_members',
  'planning_contexts',
  'plans',
  'proficiency_scales',
  'recovery_codes',
  'resource_attachments',
  'resource_folders',
  'resource_versions',
  'resources',
  'role_assignments',
  'roles',
  'rubric_assessments',
  'rubrics',
  'saved_searches',
  'saved_views',
  'schedule_changes',
  'school_calendars',
  'school_days',
  'school_grading',
  'schools',
  'search_documents',
  'search_progress',
  'section_meetings',
  'section_terms',
  'sections',
  'service_account_owners',
  'sessions',
  'sign_in_events',
  'sign_in_policies',
  'standard_alignments',
  'standard_associations',
  'standard_code_keys',
  'standard_frameworks',
  'standard_import_problems',
  'standard_imports',
  'standards',
  'student_groups',
  'student_notes',
  'student_work',
  'submission_attempts',
  'submissions',
  'substitution_sections',
  'substitutions',
  'support_grants',
  'term_schools',
  'terms',
  'totp_factors',
  'unit_placements',
  'user_bulk_items',
  'user_bulk_runs',
  'user_devices',
  'user_import_rows',
  'user_imports',
  'user_merges',
  'user_preferences',
  'users',
  'work_archives',
  'work_upload_parts',
  'work_uploads',
  'year_waivers',
]);
