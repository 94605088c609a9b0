// Generated from src by scripts/browser.ts. Do not edit.
export const getDifferences = {"name":"submissions.differences","method":"GET","path":"/submissions/{id}/differences"};
export const getReceipt = {"name":"receipts.get","method":"GET","path":"/receipts/{code}"};
export const getSubmittedFile = {"name":"submissions.file","method":"GET","path":"/submissions/{id}/files/{file_id}"};
export const grantAttempts = {"name":"submissions.grant_attempts","method":"POST","path":"/submissions/{id}/grant_attempts"};
export const grantAttemptsToMany = {"name":"assignments.grant_attempts","method":"POST","path":"/assignments/{id}/grant_attempts"};
export const requestRevision = {"name":"submissions.request_revision","method":"POST","path":"/submissions/{id}/request_revision"};
export const submitOnBehalf = {"name":"assignments.submit_on_behalf","method":"POST","path":"/assignments/{id}/on_behalf"};
