// Generated from src by scripts/browser.ts. Do not edit.
export const actOnWork = {"name":"submissions.act","method":"POST","path":"/work_actions"};
export const countInbox = {"name":"submissions.counts","method":"GET","path":"/submission_counts"};
export const listInbox = {"name":"submissions.inbox","method":"GET","path":"/submissions"};
