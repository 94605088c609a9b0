// Generated from src by scripts/browser.ts. Do not edit.
export const acceptInvitation = {"name":"invitations.accept","method":"POST","path":"/invitations/{token}/accept"};
export const getInvitation = {"name":"invitations.get","method":"GET","path":"/invitations/{token}"};
export const inviteUser = {"name":"users.invite","method":"POST","path":"/users/{id}/invite"};
