drop table user_preferences, guardian_links, role_assignments, roles, memberships, users;
