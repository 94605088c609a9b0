// Generated from src by scripts/browser.ts. Do not edit.
export const getCourseHome = {"name":"course_home.get","method":"GET","path":"/courses/{id}/home"};
