drop table audit_closings;
drop table audit_chain;
