create table notifications (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  user_id uuid not null,
  -- Which text and settings apply, for example `assignment.graded`; pages have the words in four languages.
  kind text not null check (kind ~ '^[a-z_]+(\.[a-z_]+)+$'),
  subject_type text,
  subject_id uuid,
  -- What the text is filled with.
  details jsonb not null default '{}',
  link text check (link like '/%'),
  created_at timestamptz not null,
  read_at timestamptz,
  -- Those that one "mark all as read" marked, so that it can be undone.
  read_batch_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id)
);
create index notifications__user on notifications (tenant_id, user_id, id desc);
create index notifications__unread on notifications (tenant_id, user_id, id desc) where read_at is null;
create index notifications__batch on notifications (tenant_id, read_batch_id) where read_batch_id is not null;
select app.protect_tenant_table('notifications');

-- What open pages are told: ids and versions only. Kept for minutes, until every process has passed it on.
create table live_events (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  name text not null check (name in ('notification', 'record_changed', 'session_ended', 'feature_flags_changed')),
  -- Exactly one person, or everybody of a school, or everybody.
  user_id uuid,
  school_id uuid,
  details jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index live_events__time on live_events (tenant_id, occurred_at);
select app.protect_tenant_table('live_events');
