// Generated from src by scripts/browser.ts. Do not edit.
export const createStudentNote = {"name":"student_notes.create","method":"POST","path":"/courses/{id}/students/{student_id}/notes"};
export const deleteStudentNote = {"name":"student_notes.delete","method":"DELETE","path":"/student_notes/{id}"};
export const getFamilyAssignment = {"name":"family_view.assignment","method":"GET","path":"/assignments/{id}/students/{student_id}/family_view"};
export const getFamilyCourse = {"name":"family_view.course","method":"GET","path":"/courses/{id}/students/{student_id}/family_view"};
export const getStudentPanel = {"name":"student_panel.get","method":"GET","path":"/courses/{id}/students/{student_id}/panel"};
export const updateStudentNote = {"name":"student_notes.update","method":"PATCH","path":"/student_notes/{id}"};
