// Generated from src by scripts/browser.ts. Do not edit.
export const anyPendingStep = ["second_factor","enrol_factor","new_password"];
export const changePassword = {"name":"password.change","method":"POST","path":"/me/password"};
export const confirmSecondFactor = {"name":"session.mfa","method":"POST","path":"/session/mfa"};
export const endMyOtherSessions = {"name":"me.sessions.end_others","method":"DELETE","path":"/me/sessions"};
export const endMySession = {"name":"me.sessions.end","method":"DELETE","path":"/me/sessions/{id}"};
export const endUserSession = {"name":"users.sessions.end","method":"DELETE","path":"/users/{id}/sessions/{session_id}"};
export const endUserSessions = {"name":"users.sessions.end_all","method":"DELETE","path":"/users/{id}/sessions"};
export const extendSession = {"name":"session.extend","method":"POST","path":"/session/extend"};
export const getCsrfToken = {"name":"csrf.get","method":"GET","path":"/csrf"};
export const getSession = {"name":"session.get","method":"GET","path":"/session"};
export const listMySessions = {"name":"me.sessions.list","method":"GET","path":"/me/sessions"};
export const listUserSessions = {"name":"users.sessions.list","method":"GET","path":"/users/{id}/sessions"};
export const reauthenticate = {"name":"session.reauth","method":"POST","path":"/session/reauth"};
export const replaceTemporaryPassword = {"name":"session.new_password","method":"POST","path":"/session/password"};
export const reportUnknownSignIn = {"name":"session.not_me","method":"POST","path":"/sign_in_notices/{token}/not_me"};
export const signIn = {"name":"session.create","method":"POST","path":"/session"};
export const signOut = {"name":"session.delete","method":"DELETE","path":"/session"};
