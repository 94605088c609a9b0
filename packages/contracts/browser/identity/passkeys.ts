// Generated from src by scripts/browser.ts. Do not edit.
export const createPasskey = {"name":"me.passkeys.create","method":"POST","path":"/me/passkeys"};
export const deletePasskey = {"name":"me.passkeys.delete","method":"DELETE","path":"/me/passkeys/{id}"};
export const listPasskeys = {"name":"me.passkeys.list","method":"GET","path":"/me/passkeys"};
export const signInWithPasskey = {"name":"session.passkey","method":"POST","path":"/session/passkey"};
export const startPasskey = {"name":"me.passkeys.start","method":"POST","path":"/me/passkeys/options"};
export const startPasskeySignIn = {"name":"session.passkey_options","method":"POST","path":"/session/passkey_options"};
export const updatePasskey = {"name":"me.passkeys.update","method":"PATCH","path":"/me/passkeys/{id}"};
