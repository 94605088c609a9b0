drop table passkey_challenges, passkey_directory, passkeys, recovery_codes, totp_factors;
