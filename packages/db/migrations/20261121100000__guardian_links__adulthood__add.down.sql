alter table guardian_links drop column majority_paused_at;
alter table guardian_links drop column majority_notice_at;
alter table guardian_links drop column adult_basis_ends_on;
alter table guardian_links drop column adult_basis_reason;
alter table guardian_links drop column adult_basis;
alter table guardian_links drop column ended_at;
