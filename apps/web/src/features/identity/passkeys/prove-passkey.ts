import type { startPasskeySignIn } from '@k12/contracts/identity/passkeys';
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { sendLight } from '@/lib/api/light.ts';

/** Asks the device to prove who is there. Loaded only when somebody presses the button. */
export async function provePasskey() {
  const { challenge_id, options } = await sendLight<typeof startPasskeySignIn>(
    'POST',
    '/session/passkey_options',
  );
  const response = await startAuthentication({
    optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
  });
  return { challenge_id, response: { ...response } };
}
