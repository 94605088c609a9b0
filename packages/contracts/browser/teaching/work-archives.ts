// Generated from src by scripts/browser.ts. Do not edit.
export const createWorkArchive = {"name":"work_archives.create","method":"POST","path":"/assignments/{id}/work_archives"};
export const getWorkArchive = {"name":"work_archives.get","method":"GET","path":"/work_archives/{id}"};
export const getWorkArchiveFile = {"name":"work_archives.file","method":"GET","path":"/work_archives/{id}/file"};
