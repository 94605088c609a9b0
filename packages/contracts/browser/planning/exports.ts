// Generated from src by scripts/browser.ts. Do not edit.
export const ExportFormat = {"options":["pdf","docx","markdown","json"]};
export const ExportState = {"options":["waiting","running","ready","failed","expired"]};
export const createPlanExport = {"name":"plan_exports.create","method":"POST","path":"/plan_exports"};
export const getPlanExport = {"name":"plan_exports.get","method":"GET","path":"/plan_exports/{id}"};
export const getPlanExportFile = {"name":"plan_exports.file","method":"GET","path":"/plan_exports/{id}/file"};
export const getPrintedPicture = {"name":"plan_prints.picture","method":"GET","path":"/plan_prints/{id}/pictures/{file_id}"};
export const getPrintedPlan = {"name":"plan_prints.get","method":"GET","path":"/plan_prints/{id}"};
