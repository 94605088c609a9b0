// Generated from src by scripts/browser.ts. Do not edit.
export const bulkUsers = {"name":"users.bulk","method":"POST","path":"/users/bulk"};
