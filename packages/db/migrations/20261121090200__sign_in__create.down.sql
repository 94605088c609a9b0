drop table sign_in_events, sign_in_directory, session_directory, sessions, passwords;
