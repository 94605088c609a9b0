// Generated from src by scripts/browser.ts. Do not edit.
export const explainTotal = {"name":"totals.explain","method":"GET","path":"/courses/{id}/totals/{student_id}/explain"};
export const listTotals = {"name":"totals.list","method":"GET","path":"/courses/{id}/gradebook/totals"};
export const overrideCourseGrade = {"name":"course_grades.override","method":"PUT","path":"/courses/{id}/course_grades"};
