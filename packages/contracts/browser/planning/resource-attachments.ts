// Generated from src by scripts/browser.ts. Do not edit.
export const AttachmentAudience = {"options":["teacher","student"]};
export const AttachmentTarget = {"options":["unit_plan","lesson_plan","template","curriculum_document","assignment","module","course","discussion","quiz","announcement"]};
export const attachResource = {"name":"resources.attach","method":"POST","path":"/resources/{id}/attach"};
export const detachResource = {"name":"resources.detach","method":"POST","path":"/resources/{id}/detach"};
export const listAttachments = {"name":"resource_attachments.list","method":"GET","path":"/resource_attachments"};
export const updateAttachment = {"name":"resource_attachments.update","method":"PATCH","path":"/resource_attachments/{id}"};
