drop table guardian_invites;
