-- What a curriculum document contains, comes from and is aligned with, in order (PLN-17).
create table document_links (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  document_id uuid not null,
  target_id uuid not null check (target_id <> document_id),
  type text not null check (type in ('contains', 'derives_from', 'aligned_with')),
  position integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint document_links__once unique (tenant_id, document_id, type, target_id),
  foreign key (tenant_id, document_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, target_id) references plans (tenant_id, id) on delete cascade,
  foreign key (tenant_id, created_by) references users (tenant_id, id)
);
create index document_links__target on document_links (tenant_id, target_id, type);
create index document_links__created_by on document_links (tenant_id, created_by);
select app.protect_tenant_table('document_links');
