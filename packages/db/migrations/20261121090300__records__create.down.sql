drop table domain_events, audit_events;
