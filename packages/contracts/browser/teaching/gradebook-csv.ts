// Generated from src by scripts/browser.ts. Do not edit.
export const applyGradebookImport = {"name":"gradebook_imports.apply","method":"POST","path":"/gradebook_imports/{id}/apply"};
export const createGradebookExport = {"name":"gradebook_exports.create","method":"POST","path":"/courses/{id}/gradebook/exports"};
export const createGradebookImport = {"name":"gradebook_imports.create","method":"POST","path":"/courses/{id}/gradebook/imports"};
export const exportGradebook = {"name":"gradebook.export","method":"GET","path":"/courses/{id}/gradebook/exports"};
export const getGradebookExport = {"name":"gradebook_exports.get","method":"GET","path":"/gradebook_exports/{id}"};
export const getGradebookExportFile = {"name":"gradebook_exports.file","method":"GET","path":"/gradebook_exports/{id}/file"};
export const getGradebookImport = {"name":"gradebook_imports.get","method":"GET","path":"/gradebook_imports/{id}"};
