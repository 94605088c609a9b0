// Generated from src by scripts/browser.ts. Do not edit.
export const GuardianLinkState = {"options":["invited","active","inactive","restricted"]};
export const Relationship = {"options":["parent","guardian","relative","other"]};
export const approveGuardianLink = {"name":"guardian_links.approve","method":"POST","path":"/guardian_links/{id}/approve"};
export const consentToGuardian = {"name":"guardian_links.consent","method":"POST","path":"/guardian_links/{id}/consent"};
export const createGuardianLink = {"name":"guardian_links.create","method":"POST","path":"/guardian_links"};
export const endGuardianLink = {"name":"guardian_links.end","method":"POST","path":"/guardian_links/{id}/end"};
export const getGuardianLink = {"name":"guardian_links.get","method":"GET","path":"/guardian_links/{id}"};
export const listGuardianLinks = {"name":"guardian_links.list","method":"GET","path":"/guardian_links"};
export const recordAdultBasis = {"name":"guardian_links.adult_basis","method":"POST","path":"/guardian_links/{id}/adult_basis"};
export const restoreGuardianLink = {"name":"guardian_links.restore","method":"POST","path":"/guardian_links/{id}/restore"};
export const restrictGuardianLink = {"name":"guardian_links.restrict","method":"POST","path":"/guardian_links/{id}/restrict"};
export const updateGuardianLink = {"name":"guardian_links.update","method":"PATCH","path":"/guardian_links/{id}"};
