-- Mail on its way. What it says is sealed, and removed once it has been handed over; the address stays sealed.
create table outbox_mails (
  tenant_id uuid not null references tenants (id),
  id uuid not null,
  to_user_id uuid,
  template text not null,
  locale text not null,
  address_sealed bytea not null,
  content_sealed bytea,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'captured', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, to_user_id) references users (tenant_id, id)
);
create index outbox_mails__time on outbox_mails (tenant_id, created_at desc, id desc);
create index outbox_mails__user on outbox_mails (tenant_id, to_user_id);
select app.protect_tenant_table('outbox_mails');
