// Generated from src by scripts/browser.ts. Do not edit.
export const completeWorkUpload = {"name":"work_uploads.complete","method":"POST","path":"/work_uploads/{id}/complete"};
export const createWorkUpload = {"name":"work_uploads.create","method":"POST","path":"/assignments/{id}/uploads"};
export const deleteWorkUpload = {"name":"work_uploads.delete","method":"DELETE","path":"/work_uploads/{id}"};
export const getWorkUpload = {"name":"work_uploads.get","method":"GET","path":"/work_uploads/{id}"};
export const patchWorkUpload = {"name":"work_uploads.add_part","method":"PATCH","path":"/work_uploads/{id}"};
export const uploadPartBytes = 4194304;
