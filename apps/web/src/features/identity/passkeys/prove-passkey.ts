import { startPasskeySignIn } from '@k12/contracts/identity/passkeys';
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { callSigningIn } from '@/lib/api/browser.ts';

/** Asks the device to prove who is there. Loaded only when somebody presses the button. */
export async function provePasskey() {
  const { challenge_id, options } = await callSigningIn(startPasskeySignIn, {});
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  });
  return { challenge_id, response: { ...response } };
}
