// Generated from src by scripts/browser.ts. Do not edit.
export const AssessedBy = {"options":["overall","criterion"]};
export const getAssignmentStandards = {"name":"assignments.get_standards","method":"GET","path":"/assignments/{id}/standards"};
export const updateAssignmentStandards = {"name":"assignments.update_standards","method":"PUT","path":"/assignments/{id}/standards"};
