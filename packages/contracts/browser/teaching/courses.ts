// Generated from src by scripts/browser.ts. Do not edit.
export const CourseState = {"options":["draft","active","archived","deleted"]};
export const EnrollmentRole = {"options":["student","teacher","co_teacher","assistant"]};
export const courseColor = {"options":["coral","amber","olive","leaf","teal","blue","violet","rose"]};
export const createCourse = {"name":"courses.create","method":"POST","path":"/courses"};
export const createSection = {"name":"courses.create_section","method":"POST","path":"/courses/{id}/sections"};
export const getCourse = {"name":"courses.get","method":"GET","path":"/courses/{id}"};
export const listCourses = {"name":"courses.list","method":"GET","path":"/courses"};
export const listSections = {"name":"courses.list_sections","method":"GET","path":"/courses/{id}/sections"};
export const updateCourse = {"name":"courses.update","method":"PATCH","path":"/courses/{id}"};
export const updateSection = {"name":"sections.update","method":"PATCH","path":"/sections/{id}"};
