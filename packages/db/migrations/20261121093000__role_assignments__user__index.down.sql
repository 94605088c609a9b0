drop index concurrently if exists role_assignments__user;
