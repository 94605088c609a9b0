// Generated from src by scripts/browser.ts. Do not edit.
export const explainTotal = {"name":"totals.explain","method":"GET","path":"/courses/{id}/totals/{student_id}/explain"};
export const getGradebookSettings = {"name":"gradebook.get_settings","method":"GET","path":"/courses/{id}/gradebook/settings"};
export const listChangeSets = {"name":"gradebook.list_change_sets","method":"GET","path":"/courses/{id}/gradebook/change_sets"};
export const listGradeHistory = {"name":"gradebook.list_history","method":"GET","path":"/courses/{id}/gradebook/history"};
export const listTotals = {"name":"totals.list","method":"GET","path":"/courses/{id}/gradebook/totals"};
export const overrideCourseGrade = {"name":"course_grades.override","method":"PUT","path":"/courses/{id}/course_grades"};
export const revertChangeSet = {"name":"change_sets.revert","method":"POST","path":"/change_sets/{id}/revert"};
export const updateGradebookSettings = {"name":"gradebook.update_settings","method":"PUT","path":"/courses/{id}/gradebook/settings"};
