drop table framework_subscriptions;
drop table standard_associations;
drop table standard_code_keys;
drop table standards;
drop table standard_frameworks;
