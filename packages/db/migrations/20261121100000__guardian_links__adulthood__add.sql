-- When the link stopped giving anything; the guardian's account outlives the last one by 30 days (IDN-56).
alter table guardian_links add column ended_at timestamptz;

-- From the 18th birthday on a link gives nothing without one of these (IDN-55).
alter table guardian_links add column adult_basis text check (adult_basis in ('student_consent', 'lawful_basis'));
alter table guardian_links add column adult_basis_reason text;
alter table guardian_links add column adult_basis_ends_on date;

-- Each notice is sent once: 30 days before the birthday, and on it.
alter table guardian_links add column majority_notice_at timestamptz;
alter table guardian_links add column majority_paused_at timestamptz;
