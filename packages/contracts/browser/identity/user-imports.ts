// Generated from src by scripts/browser.ts. Do not edit.
export const UserImportField = {"options":["given_name","family_name","preferred_name","email","username","role","school_code","grade_level","number","external_id","birth_date","language"]};
export const UserImportRowStatus = {"options":["new","known","bad","created","failed"]};
export const applyUserImport = {"name":"user_imports.apply","method":"POST","path":"/user_imports/{id}/apply"};
export const createUserImport = {"name":"user_imports.create","method":"POST","path":"/user_imports"};
export const getUserImport = {"name":"user_imports.get","method":"GET","path":"/user_imports/{id}"};
export const getUserImportBadRows = {"name":"user_imports.bad_rows","method":"GET","path":"/user_imports/{id}/bad_rows"};
export const listUserImportRows = {"name":"user_imports.rows","method":"GET","path":"/user_imports/{id}/rows"};
export const previewUserImport = {"name":"user_imports.preview","method":"POST","path":"/user_imports/{id}/preview"};
export const userImportFields = ["given_name","family_name","preferred_name","email","username","role","school_code","grade_level","number","external_id","birth_date","language"];
