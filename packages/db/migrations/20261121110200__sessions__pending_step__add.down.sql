drop table sign_in_policies;
alter table users drop column mfa_due_at;
alter table sessions add column mfa_pending boolean not null default false;
alter table sessions drop column pending_step;
