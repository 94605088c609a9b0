// Generated from src by scripts/browser.ts. Do not edit.
export const GradeState = {"options":["none","graded","excused","incomplete"]};
export const StatusOverride = {"options":["late","not_late","missing","not_missing","none"]};
export const getGradebook = {"name":"gradebook.get","method":"GET","path":"/courses/{id}/gradebook"};
export const updateGradebookCells = {"name":"gradebook.update_cells","method":"PATCH","path":"/courses/{id}/gradebook/cells"};
