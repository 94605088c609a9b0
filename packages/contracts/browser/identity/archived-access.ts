// Generated from src by scripts/browser.ts. Do not edit.
export const archivedFor = ["own_work","course","none"];
export const getArchivedAccess = {"name":"archived_access.get","method":"GET","path":"/archived_access"};
export const putArchivedAccess = {"name":"archived_access.put","method":"PUT","path":"/archived_access"};
