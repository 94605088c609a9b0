// Generated from src by scripts/browser.ts. Do not edit.
export const SessionState = {"options":["scheduled","taught","skipped"]};
export const bumpSessions = {"name":"lesson_sessions.bump","method":"POST","path":"/lesson_sessions/bump"};
export const createSession = {"name":"lesson_sessions.create","method":"POST","path":"/lesson_sessions"};
export const declineBumpProposal = {"name":"bump_proposals.decline","method":"POST","path":"/lesson_sessions/proposals/{id}/decline"};
export const deleteSession = {"name":"lesson_sessions.delete","method":"DELETE","path":"/lesson_sessions/{id}"};
export const getSession = {"name":"lesson_sessions.get","method":"GET","path":"/lesson_sessions/{id}"};
export const listBumpProposals = {"name":"bump_proposals.list","method":"GET","path":"/lesson_sessions/proposals"};
export const listSessions = {"name":"lesson_sessions.list","method":"GET","path":"/lesson_sessions"};
export const listUnscheduled = {"name":"lesson_sessions.unscheduled","method":"GET","path":"/lesson_sessions/unscheduled"};
export const mergeSession = {"name":"lesson_sessions.merge","method":"POST","path":"/lesson_sessions/{id}/merge"};
export const splitSession = {"name":"lesson_sessions.split","method":"POST","path":"/lesson_sessions/{id}/split"};
export const updateSession = {"name":"lesson_sessions.update","method":"PATCH","path":"/lesson_sessions/{id}"};
