// Generated from src by scripts/browser.ts. Do not edit.
export const listMySignInEvents = {"name":"me.sign_in_events.list","method":"GET","path":"/me/sign_in_events"};
export const listUserSignInEvents = {"name":"users.sign_in_events.list","method":"GET","path":"/users/{id}/sign_in_events"};
