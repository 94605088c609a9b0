// Generated from src by scripts/browser.ts. Do not edit.
export const LearnerStatus = {"options":["not_open","to_do","started","revision","missing","closed","handed_in","handed_in_late","graded","excused","nothing_to_hand_in"]};
export const getLearnerAssignment = {"name":"learner.assignment","method":"GET","path":"/students/{id}/assignments/{assignment_id}"};
export const getLearnerAttachment = {"name":"learner.attachment","method":"GET","path":"/students/{id}/assignments/{assignment_id}/attachments/{attachment_id}"};
export const getLearnerCourse = {"name":"learner.course","method":"GET","path":"/students/{id}/courses/{course_id}"};
export const getLearnerHome = {"name":"learner.home","method":"GET","path":"/students/{id}/home"};
export const listLearnerCourses = {"name":"learner.courses","method":"GET","path":"/students/{id}/courses"};
export const listTodos = {"name":"learner.todos","method":"GET","path":"/students/{id}/todos"};
