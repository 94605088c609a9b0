-- transaction: none
create index concurrently if not exists plan_drafts__edited on plan_drafts (tenant_id, last_edited_at);
