// Generated from src by scripts/browser.ts. Do not edit.
export const batchAssignments = {"name":"assignments.batch","method":"POST","path":"/courses/{id}/batch_actions"};
