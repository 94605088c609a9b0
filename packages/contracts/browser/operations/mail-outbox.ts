// Generated from src by scripts/browser.ts. Do not edit.
export const OutboxMailState = {"options":["queued","sending","sent","captured","failed"]};
export const listCapturedMails = {"name":"mail_outbox.captured","method":"GET","path":"/development/mail_outbox"};
export const listOutboxMails = {"name":"mail_outbox.list","method":"GET","path":"/admin/mail_outbox"};
