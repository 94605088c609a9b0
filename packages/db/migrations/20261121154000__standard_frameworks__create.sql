-- Frameworks of every scope are rows of the tenant, those of the platform too (decision 12): a standard is reached
-- by the same composite key wherever it comes from, and no list has to read two places.
create table standard_frameworks (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  -- Stable across imports: the identifier of the document in its package.
  identifier text not null check (length(identifier) between 1 and 200),
  source_uri text,
  title text not null check (length(title) between 1 and 300),
  creator text not null default '',
  publisher text not null default '',
  jurisdiction text not null default '',
  description text not null default '',
  subjects text[] not null default '{}',
  version text not null default '',
  adoption_status text not null default 'adopted'
    check (adoption_status in ('draft', 'adopted', 'deprecated', 'private')),
  language text not null default 'en',
  licence text not null default '',
  scope text not null check (scope in ('platform', 'district', 'school')),
  school_id uuid,
  -- What its package said, as it said it, so that an export loses nothing (PLN-72).
  document_source jsonb,
  definitions_source jsonb,
  package_source jsonb,
  content_hash text not null default '',
  standards_count integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  imported_at timestamptz,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint standard_frameworks__identifier unique (tenant_id, identifier),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, created_by) references users (tenant_id, id),
  constraint standard_frameworks__school_scope check ((scope = 'school') = (school_id is not null))
);
create index standard_frameworks__title on standard_frameworks (tenant_id, title, id);
create index standard_frameworks__school on standard_frameworks (tenant_id, school_id);
create index standard_frameworks__created_by on standard_frameworks (tenant_id, created_by);
select app.protect_tenant_table('standard_frameworks');

create table standards (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  framework_id uuid not null,
  identifier text not null check (length(identifier) between 1 and 200),
  parent_id uuid,
  -- From the root down to the parent; a branch is then one column instead of a walk.
  ancestor_ids uuid[] not null default '{}',
  position integer not null,
  depth integer not null default 0,
  is_leaf boolean not null default true,
  -- Items whose place the package does not tell stand apart from the tree (PLN-73).
  is_unplaced boolean not null default false,
  code text not null default '' check (length(code) <= 200),
  -- Letters and digits alone, lower case: what a search by code compares (PLN-85).
  code_normalized text collate "C" not null default '',
  statement text not null check (length(statement) between 1 and 20000),
  short_statement text,
  label text,
  item_type text,
  education_levels text[] not null default '{}',
  -- The same as PK, K, 1 to 12.
  grade_levels text[] not null default '{}',
  subjects text[] not null default '{}',
  assessable boolean not null default true,
  list_enumeration text,
  notes text,
  language text not null default 'en',
  licence text not null default '',
  source_uri text,
  state text not null default 'active' check (state in ('active', 'retired')),
  retired_at timestamptz,
  origin text not null default 'manual' check (origin in ('import', 'manual')),
  -- A school's own addition to a framework of the district (PLN-82).
  school_id uuid,
  source jsonb,
  content_hash text not null default '',
  words tsvector generated always as (
    to_tsvector(
      case left(language, 2)
        when 'es' then 'spanish'::regconfig
        when 'fr' then 'french'::regconfig
        when 'ar' then 'arabic'::regconfig
        when 'en' then 'english'::regconfig
        else 'simple'::regconfig
      end,
      statement || ' ' || coalesce(short_statement, '') || ' ' || coalesce(label, '')
    )
  ) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  lock_version integer not null default 0,
  primary key (tenant_id, id),
  constraint standards__identifier unique (tenant_id, framework_id, identifier),
  foreign key (tenant_id, framework_id) references standard_frameworks (tenant_id, id) on delete cascade,
  foreign key (tenant_id, parent_id) references standards (tenant_id, id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id)
);
create index standards__tree on standards (tenant_id, framework_id, parent_id, position);
create index standards__parent on standards (tenant_id, parent_id);
create index standards__code on standards (tenant_id, framework_id, code_normalized);
create index standards__of_identifier on standards (tenant_id, identifier);
create index standards__school on standards (tenant_id, school_id);
select app.protect_tenant_table('standards');

-- Every form a code may be typed in: whole, and without each leading word of its publisher (PLN-85).
create table standard_code_keys (
  tenant_id uuid not null references tenants (id),
  code_key text collate "C" not null,
  standard_id uuid not null,
  primary key (tenant_id, code_key, standard_id),
  foreign key (tenant_id, standard_id) references standards (tenant_id, id) on delete cascade
);
create index standard_code_keys__standard on standard_code_keys (tenant_id, standard_id);
select app.protect_tenant_table('standard_code_keys');

-- Both ends are named by identifier, because either may belong to a framework that is imported later or never.
create table standard_associations (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  framework_id uuid not null,
  identifier text not null check (length(identifier) between 1 and 200),
  type text not null check (
    type in (
      'is_child_of', 'is_part_of', 'is_peer_of', 'exact_match_of', 'precedes', 'is_related_to', 'replaced_by',
      'exemplar', 'has_skill_level', 'is_translation_of', 'other'
    )
  ),
  origin_identifier text not null,
  origin_uri text,
  destination_identifier text not null,
  destination_uri text,
  sequence double precision,
  source jsonb,
  content_hash text not null default '',
  primary key (tenant_id, id),
  constraint standard_associations__identifier unique (tenant_id, framework_id, identifier),
  foreign key (tenant_id, framework_id) references standard_frameworks (tenant_id, id) on delete cascade
);
create index standard_associations__origin on standard_associations (tenant_id, origin_identifier, type);
create index standard_associations__destination
  on standard_associations (tenant_id, destination_identifier, type);
select app.protect_tenant_table('standard_associations');

-- The frameworks that the pickers of a school show; a school without rows has not chosen yet and sees all.
create table framework_subscriptions (
  tenant_id uuid not null references tenants (id),
  school_id uuid not null,
  framework_id uuid not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, school_id, framework_id),
  foreign key (tenant_id, school_id) references schools (tenant_id, id),
  foreign key (tenant_id, framework_id) references standard_frameworks (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index framework_subscriptions__framework on framework_subscriptions (tenant_id, framework_id);
create index framework_subscriptions__created_by on framework_subscriptions (tenant_id, created_by);
select app.protect_tenant_table('framework_subscriptions');
