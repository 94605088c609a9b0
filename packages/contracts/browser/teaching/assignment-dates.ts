// Generated from src by scripts/browser.ts. Do not edit.
export const createExtensions = {"name":"courses.extensions.create","method":"POST","path":"/courses/{id}/extensions"};
export const getAssignmentDates = {"name":"assignments.dates.get","method":"GET","path":"/assignments/{id}/dates"};
export const getDatesGrid = {"name":"courses.dates_grid.get","method":"GET","path":"/courses/{id}/dates_grid"};
export const previewDue = {"name":"courses.preview_due","method":"GET","path":"/courses/{id}/due_preview"};
export const putAssignmentDates = {"name":"assignments.dates.put","method":"PUT","path":"/assignments/{id}/dates"};
export const putDatesGrid = {"name":"courses.dates_grid.put","method":"PUT","path":"/courses/{id}/dates_grid"};
