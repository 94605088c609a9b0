// Generated from src by scripts/browser.ts. Do not edit.
export const SchoolState = {"options":["active","archived"]};
export const archiveSchool = {"name":"schools.archive","method":"POST","path":"/schools/{id}/archive"};
export const createSchool = {"name":"schools.create","method":"POST","path":"/schools"};
export const getSchool = {"name":"schools.get","method":"GET","path":"/schools/{id}"};
export const listSchools = {"name":"schools.list","method":"GET","path":"/schools"};
export const restoreSchool = {"name":"schools.restore","method":"POST","path":"/schools/{id}/restore"};
export const updateSchool = {"name":"schools.update","method":"PATCH","path":"/schools/{id}"};
