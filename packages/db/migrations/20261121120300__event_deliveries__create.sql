-- Written in the transaction of the subscriber's work: an event that is delivered twice has its effect once.
create table event_deliveries (
  tenant_id uuid not null references tenants (id),
  event_id uuid not null,
  subscriber text not null,
  delivered_at timestamptz not null,
  primary key (tenant_id, event_id, subscriber),
  foreign key (tenant_id, event_id) references domain_events (tenant_id, id) on delete cascade
);
select app.protect_tenant_table('event_deliveries');
