/** Without letters and digits that look alike on paper. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const codeLength = 10;
const locatorLength = 4;

export const inviteDays = 14;
export const wrongTriesAllowed = 5;

/** The first characters find the invitation, so that wrong guesses of the rest are counted against it (IDN-52). */
export function locatorOf(code: string): string {
  return code.slice(0, locatorLength);
}

export function codeFrom(random: Uint8Array): string {
  return [...random.slice(0, codeLength)].map((byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
}

/** As people type it: in lower case, with spaces or dashes. */
export function normalizeGuardianCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

export interface InviteState {
  redeemed_at: string | null;
  revoked_at: string | null;
  wrong_tries: number;
  expires_at: string;
}

export function inviteState(invite: InviteState, now: Date) {
  if (invite.redeemed_at) return 'redeemed';
  if (invite.revoked_at) return 'revoked';
  if (invite.wrong_tries >= wrongTriesAllowed) return 'locked';
  return new Date(invite.expires_at) <= now ? 'expired' : 'open';
}
