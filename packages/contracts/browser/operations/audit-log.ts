// Generated from src by scripts/browser.ts. Do not edit.
export const AuditOutcome = {"options":["success","refused","failed"]};
export const exportAuditLog = {"name":"audit_log.export","method":"GET","path":"/audit_log/export"};
export const getAuditEvent = {"name":"audit_log.get","method":"GET","path":"/audit_log/events/{id}"};
export const getAuditVerification = {"name":"audit_log.verification","method":"GET","path":"/audit_log/verification"};
export const listAuditActions = {"name":"audit_log.actions","method":"GET","path":"/audit_log/actions"};
export const listAuditEvents = {"name":"audit_log.list","method":"GET","path":"/audit_log"};
export const verifyAuditLog = {"name":"audit_log.verify","method":"POST","path":"/audit_log/verify"};
