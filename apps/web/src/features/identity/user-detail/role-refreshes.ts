export const roleRefreshes = ['users.', 'role_assignments.', 'roles.'];
