// Generated from src by scripts/browser.ts. Do not edit.
export const createPlanImport = {"name":"plan_imports.create","method":"POST","path":"/plan_imports"};
export const previewPlanImport = {"name":"plan_imports.preview","method":"POST","path":"/plan_imports/preview"};
