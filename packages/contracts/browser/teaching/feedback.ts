// Generated from src by scripts/browser.ts. Do not edit.
export const FeedbackVisibility = {"options":["student","staff"]};
export const createFeedbackComment = {"name":"feedback_comments.create","method":"POST","path":"/assignments/{id}/work/{student_id}/comments"};
export const deleteFeedbackComment = {"name":"feedback_comments.delete","method":"DELETE","path":"/feedback_comments/{id}"};
export const getMyFeedback = {"name":"my_feedback.get","method":"GET","path":"/assignments/{id}/my_feedback"};
export const listFeedbackComments = {"name":"feedback_comments.list","method":"GET","path":"/assignments/{id}/work/{student_id}/comments"};
export const readFeedback = {"name":"my_feedback.read","method":"POST","path":"/assignments/{id}/my_feedback/read"};
export const replyToFeedback = {"name":"my_feedback.reply","method":"POST","path":"/assignments/{id}/my_feedback/replies"};
export const updateFeedbackComment = {"name":"feedback_comments.update","method":"PATCH","path":"/feedback_comments/{id}"};
