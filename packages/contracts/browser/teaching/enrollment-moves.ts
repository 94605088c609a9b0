// Generated from src by scripts/browser.ts. Do not edit.
export const moveEnrollment = {"name":"enrollment_moves.create","method":"POST","path":"/enrollments/{id}/move"};
export const previewEnrollmentMove = {"name":"enrollment_moves.preview","method":"GET","path":"/enrollments/{id}/move"};
