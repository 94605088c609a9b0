alter table api_tokens drop column warned_days;
