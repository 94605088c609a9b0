import { ApiProblem } from '@k12/contracts/client';
import { createPasskey, startPasskey } from '@k12/contracts/identity/passkeys';
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { callApi } from '@/lib/api/browser.ts';

/** Makes a passkey on this device or the phone beside it, and tells the server. */
export async function registerPasskey(name: string, cancelled: string): Promise<void> {
  const { challenge_id, options } = await callApi(startPasskey, {});
  const response = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  }).catch(() => {
    throw notMade(cancelled);
  });
  await callApi(createPasskey, { body: { challenge_id, name, response: { ...response } } });
}

/** Closed, timed out, or already there: for the person it is one thing. */
function notMade(title: string): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title,
    status: 400,
    code: 'passkey.cancelled',
    request_id: '',
  });
}
