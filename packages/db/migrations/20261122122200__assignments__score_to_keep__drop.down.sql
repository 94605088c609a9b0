alter table assignments
  add column score_to_keep text not null default 'latest'
    check (score_to_keep in ('latest', 'highest', 'average'));
