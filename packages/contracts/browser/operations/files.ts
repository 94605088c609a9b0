// Generated from src by scripts/browser.ts. Do not edit.
export const FilePurpose = {"options":["submission","resource","avatar","logo","favicon","import","standards","grades","curriculum"]};
export const getFile = {"name":"files.get","method":"GET","path":"/files/{id}"};
export const getFileContent = {"name":"files.content","method":"GET","path":"/files/{id}/content"};
export const getPicture = {"name":"files.picture","method":"GET","path":"/files/{id}/picture"};
export const uploadFile = {"name":"files.create","method":"POST","path":"/files"};
