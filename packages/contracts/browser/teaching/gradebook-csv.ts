// Generated from src by scripts/browser.ts. Do not edit.
export const applyGradebookImport = {"name":"gradebook_imports.apply","method":"POST","path":"/gradebook_imports/{id}/apply"};
export const createGradebookImport = {"name":"gradebook_imports.create","method":"POST","path":"/courses/{id}/gradebook/imports"};
export const exportGradebook = {"name":"gradebook.export","method":"GET","path":"/courses/{id}/gradebook/exports"};
export const getGradebookImport = {"name":"gradebook_imports.get","method":"GET","path":"/gradebook_imports/{id}"};
