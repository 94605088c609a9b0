// Generated from src by scripts/browser.ts. Do not edit.
export const CoursePart = {"options":["modules","assignments","categories","rubrics","discussions","policies"]};
export const archiveCourse = {"name":"courses.archive","method":"POST","path":"/courses/{id}/archive"};
export const copyCourse = {"name":"courses.copy","method":"POST","path":"/courses/{id}/copy"};
export const deleteCourse = {"name":"courses.delete","method":"DELETE","path":"/courses/{id}"};
export const getCourseCopy = {"name":"course_copies.get","method":"GET","path":"/course_copies/{id}"};
export const listDeletedCourses = {"name":"courses.list_deleted","method":"GET","path":"/deleted_courses"};
export const restoreCourse = {"name":"courses.restore","method":"POST","path":"/courses/{id}/restore"};
export const shiftCourseDates = {"name":"courses.shift_dates","method":"POST","path":"/courses/{id}/shift_dates"};
