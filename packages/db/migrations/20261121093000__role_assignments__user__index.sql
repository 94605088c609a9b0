-- transaction: none
-- A person's assignments of every scope: the two unique indexes each hold one scope only.
create index concurrently if not exists role_assignments__user on role_assignments (tenant_id, user_id);
