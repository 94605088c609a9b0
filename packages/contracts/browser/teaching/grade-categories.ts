// Generated from src by scripts/browser.ts. Do not edit.
export const createGradeCategory = {"name":"grade_categories.create","method":"POST","path":"/courses/{id}/grade_categories"};
export const deleteGradeCategory = {"name":"grade_categories.delete","method":"DELETE","path":"/grade_categories/{id}"};
export const listGradeCategories = {"name":"grade_categories.list","method":"GET","path":"/courses/{id}/grade_categories"};
export const updateGradeCategory = {"name":"grade_categories.update","method":"PATCH","path":"/grade_categories/{id}"};
