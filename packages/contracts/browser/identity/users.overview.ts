// Generated from src by scripts/browser.ts. Do not edit.
export const getUserOverview = {"name":"users.overview","method":"GET","path":"/users/{id}/overview"};
