drop table token_directory, device_sessions, service_account_owners, api_token_days, api_tokens;
