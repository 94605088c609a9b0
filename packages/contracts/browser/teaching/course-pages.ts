// Generated from src by scripts/browser.ts. Do not edit.
export const createCoursePage = {"name":"course_pages.create","method":"POST","path":"/courses/{id}/pages"};
export const deleteCoursePage = {"name":"course_pages.delete","method":"DELETE","path":"/course_pages/{id}"};
export const getCoursePage = {"name":"course_pages.get","method":"GET","path":"/course_pages/{id}"};
export const restoreCoursePage = {"name":"course_pages.restore","method":"POST","path":"/course_pages/{id}/restore"};
export const updateCoursePage = {"name":"course_pages.update","method":"PATCH","path":"/course_pages/{id}"};
