// Generated from src by scripts/browser.ts. Do not edit.
export const ApprovalState = {"options":["pending","approved","returned","withdrawn","superseded"]};
export const ApproverRole = {"options":["curriculum_lead","admin","district_admin"]};
export const approveRequest = {"name":"approvals.approve","method":"POST","path":"/approvals/{id}/approve"};
export const approverRoles = ["curriculum_lead","admin","district_admin"];
export const bulkApprove = {"name":"approvals.bulk_approve","method":"POST","path":"/approvals/bulk_approve"};
export const createApprovalRoute = {"name":"approval_routes.create","method":"POST","path":"/approval_routes"};
export const delegateRequest = {"name":"approvals.delegate","method":"POST","path":"/approvals/{id}/delegate"};
export const deleteApprovalRoute = {"name":"approval_routes.delete","method":"DELETE","path":"/approval_routes/{id}"};
export const getApproval = {"name":"approvals.get","method":"GET","path":"/approvals/{id}"};
export const listApprovalRoutes = {"name":"approval_routes.list","method":"GET","path":"/approval_routes"};
export const listApprovals = {"name":"approvals.list","method":"GET","path":"/approvals"};
export const listApprovers = {"name":"approvals.approvers","method":"GET","path":"/approvals/approvers"};
export const openApprovalDiff = {"name":"approvals.diff","method":"GET","path":"/approvals/{id}/diff"};
export const returnRequest = {"name":"approvals.return","method":"POST","path":"/approvals/{id}/return"};
export const updateApprovalRoute = {"name":"approval_routes.update","method":"PATCH","path":"/approval_routes/{id}"};
