// Generated from src by scripts/browser.ts. Do not edit.
export const createGuardianInvites = {"name":"guardian_invites.create","method":"POST","path":"/guardian_invites"};
export const listGuardianInvites = {"name":"guardian_invites.list","method":"GET","path":"/guardian_invites"};
export const redeemGuardianInvite = {"name":"guardian_invites.redeem","method":"POST","path":"/guardian_invites/redeem"};
export const revokeGuardianInvite = {"name":"guardian_invites.revoke","method":"DELETE","path":"/guardian_invites/{id}"};
