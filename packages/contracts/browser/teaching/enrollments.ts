// Generated from src by scripts/browser.ts. Do not edit.
export const AssistantRight = {"options":["attendance","see_grades","enter_grades","post_grades","comment","moderate","edit_content"]};
export const EnrollmentState = {"options":["active","inactive","withdrawn","completed"]};
export const createEnrollment = {"name":"enrollments.create","method":"POST","path":"/enrollments"};
export const detachEnrollment = {"name":"enrollments.detach","method":"POST","path":"/enrollments/{id}/detach"};
export const listEnrollments = {"name":"enrollments.list","method":"GET","path":"/enrollments"};
export const updateEnrollment = {"name":"enrollments.update","method":"PATCH","path":"/enrollments/{id}"};
