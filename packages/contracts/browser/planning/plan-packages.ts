// Generated from src by scripts/browser.ts. Do not edit.
export const PlanSetFormat = {"options":["package","pdf","pdf_files"]};
export const applyPackageImport = {"name":"plan_package_imports.apply","method":"POST","path":"/plan_package_imports/{id}/apply"};
export const createPackageImport = {"name":"plan_package_imports.create","method":"POST","path":"/plan_package_imports"};
export const createPlanSetExport = {"name":"plan_set_exports.create","method":"POST","path":"/plan_set_exports"};
export const getPackageImport = {"name":"plan_package_imports.get","method":"GET","path":"/plan_package_imports/{id}"};
export const getPlanSetExport = {"name":"plan_set_exports.get","method":"GET","path":"/plan_set_exports/{id}"};
export const getPlanSetExportFile = {"name":"plan_set_exports.file","method":"GET","path":"/plan_set_exports/{id}/file"};
