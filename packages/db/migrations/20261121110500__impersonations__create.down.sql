drop table impersonation_visits, impersonations;
