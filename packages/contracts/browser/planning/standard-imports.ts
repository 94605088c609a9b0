// Generated from src by scripts/browser.ts. Do not edit.
export const CsvField = {"options":["identifier","code","statement","level","parent_code","type","position","notes"]};
export const ImportState = {"options":["waiting","reading","previewed","applying","applied","cancelled","failed"]};
export const applyImport = {"name":"standard_imports.apply","method":"POST","path":"/standard_imports/{id}/apply"};
export const cancelImport = {"name":"standard_imports.cancel","method":"POST","path":"/standard_imports/{id}/cancel"};
export const createImport = {"name":"standard_imports.create","method":"POST","path":"/standard_imports"};
export const csvFields = ["identifier","code","statement","level","parent_code","type","position","notes"];
export const getImport = {"name":"standard_imports.get","method":"GET","path":"/standard_imports/{id}"};
export const getImportBadRows = {"name":"standard_imports.bad_rows","method":"GET","path":"/standard_imports/{id}/bad_rows"};
export const getImportProblemsTable = {"name":"standard_imports.problems_table","method":"GET","path":"/standard_imports/{id}/problems_table"};
export const listImportProblems = {"name":"standard_imports.problems","method":"GET","path":"/standard_imports/{id}/problems"};
export const listImports = {"name":"standard_imports.list","method":"GET","path":"/standard_imports"};
export const previewImport = {"name":"standard_imports.preview","method":"POST","path":"/standard_imports/{id}/preview"};
