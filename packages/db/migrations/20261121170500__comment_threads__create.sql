create table comment_threads (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  plan_id uuid not null,
  path text,
  quote text,
  version_id uuid,
  approval_request_id uuid,
  state text not null default 'open' check (state in ('open', 'resolved')),
  created_by uuid not null,
  created_at timestamptz not null,
  resolved_by uuid,
  resolved_at timestamptz,
  primary key (tenant_id, id),
  constraint comment_threads__quote check (quote is null or path is not null),
  foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, version_id) references plan_versions (tenant_id, id) on delete cascade,
  foreign key (tenant_id, approval_request_id) references approval_requests (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  foreign key (tenant_id, resolved_by) references users (tenant_id, id)
);
create index comment_threads__plan on comment_threads (tenant_id, plan_id, created_at, id);
create index comment_threads__version on comment_threads (tenant_id, version_id);
create index comment_threads__request on comment_threads (tenant_id, approval_request_id);
create index comment_threads__created_by on comment_threads (tenant_id, created_by);
create index comment_threads__resolved_by on comment_threads (tenant_id, resolved_by);
select app.protect_tenant_table('comment_threads');

create table plan_comments (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  thread_id uuid not null,
  author_id uuid not null,
  body text not null check (length(body) between 1 and 5000),
  mentioned_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  edited_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references comment_threads (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references users (tenant_id, id)
);
create index plan_comments__thread on plan_comments (tenant_id, thread_id, created_at, id);
create index plan_comments__author on plan_comments (tenant_id, author_id, created_at);
select app.protect_tenant_table('plan_comments');
