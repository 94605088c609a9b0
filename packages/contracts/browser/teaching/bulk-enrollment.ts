// Generated from src by scripts/browser.ts. Do not edit.
export const EnrollmentOutcome = {"options":["will_enroll","already","not_found","ambiguous","wrong_role","inactive_user"]};
export const applyEnrollmentPreview = {"name":"enrollment_previews.apply","method":"POST","path":"/enrollment_previews/{id}/apply"};
export const createEnrollmentPreview = {"name":"enrollment_previews.create","method":"POST","path":"/sections/{id}/enrollment_previews"};
export const getEnrollmentPreview = {"name":"enrollment_previews.get","method":"GET","path":"/enrollment_previews/{id}"};
export const mostPeople = 5000;
