// Generated from src by scripts/browser.ts. Do not edit.
export const AnchorState = {"options":["plan","section","quote","text_changed"]};
export const createComment = {"name":"plan_comments.create","method":"POST","path":"/plan_comments"};
export const listComments = {"name":"plan_comments.list","method":"GET","path":"/plan_comments"};
export const reopenThread = {"name":"plan_comments.reopen","method":"POST","path":"/plan_comments/{id}/reopen"};
export const resolveThread = {"name":"plan_comments.resolve","method":"POST","path":"/plan_comments/{id}/resolve"};
export const updateComment = {"name":"plan_comments.update","method":"PATCH","path":"/plan_comments/{id}"};
