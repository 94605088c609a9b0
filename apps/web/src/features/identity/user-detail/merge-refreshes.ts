/** Whatever hangs on one of the two records may hang on the other afterwards. */
export const mergeRefreshes = ['users.', 'guardian_links.', 'role_assignments.', 'schools.'];
