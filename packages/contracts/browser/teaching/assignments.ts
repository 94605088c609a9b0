// Generated from src by scripts/browser.ts. Do not edit.
export const AssignmentKind = {"options":["homework","classwork","project","essay","lab","participation","assessment","other"]};
export const AssignmentState = {"options":["draft","scheduled","published","closed","deleted"]};
export const GradingType = {"options":["points","percent","letter","complete","mastery","ungraded"]};
export const PostingPolicy = {"options":["course","automatic","manual","scheduled"]};
export const SubmissionType = {"options":["text","file","link","drive_file","drive_copy","quiz","discussion","lti","paper","none"]};
export const closeAssignment = {"name":"assignments.close","method":"POST","path":"/assignments/{id}/close"};
export const createAssignment = {"name":"assignments.create","method":"POST","path":"/courses/{id}/assignments"};
export const deleteAssignment = {"name":"assignments.delete","method":"DELETE","path":"/assignments/{id}"};
export const duplicateAssignment = {"name":"assignments.duplicate","method":"POST","path":"/assignments/{id}/duplicate"};
export const getAssignment = {"name":"assignments.get","method":"GET","path":"/assignments/{id}"};
export const getAssignmentUsage = {"name":"assignments.usage","method":"GET","path":"/assignments/{id}/usage"};
export const getPublishChecks = {"name":"assignments.publish_checks","method":"GET","path":"/assignments/{id}/publish_checks"};
export const listAssignments = {"name":"assignments.list","method":"GET","path":"/courses/{id}/assignments"};
export const publishAssignment = {"name":"assignments.publish","method":"POST","path":"/assignments/{id}/publish"};
export const restoreAssignment = {"name":"assignments.restore","method":"POST","path":"/assignments/{id}/restore"};
export const unpublishAssignment = {"name":"assignments.unpublish","method":"POST","path":"/assignments/{id}/unpublish"};
export const updateAssignment = {"name":"assignments.update","method":"PATCH","path":"/assignments/{id}"};
