alter table sessions drop column support_tenant_id;
delete from impersonations where support_grant_id is not null;
alter table impersonations drop column support_grant_id;
alter table impersonations add foreign key (tenant_id, session_id) references sessions (tenant_id, id);
alter table impersonations add foreign key (tenant_id, actor_id) references users (tenant_id, id);
drop table support_grants;
