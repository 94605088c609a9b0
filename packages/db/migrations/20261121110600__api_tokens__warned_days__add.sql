-- How many days before its end the owner was last told, so that each notice goes out once.
alter table api_tokens add column warned_days integer;
