// Generated from src by scripts/browser.ts. Do not edit.
export const hideGrades = {"name":"grades.hide","method":"POST","path":"/assignments/{id}/hide_grades"};
export const postGrades = {"name":"grades.post","method":"POST","path":"/assignments/{id}/post_grades"};
