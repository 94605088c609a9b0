// Generated from src by scripts/browser.ts. Do not edit.
export const listErrors = {"name":"operations.errors","method":"GET","path":"/admin/operations/errors"};
export const reportClientErrors = {"name":"client_errors.create","method":"POST","path":"/client_errors"};
export const reportCspViolations = {"name":"csp_reports.create","method":"POST","path":"/csp_reports"};
