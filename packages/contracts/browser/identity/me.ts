// Generated from src by scripts/browser.ts. Do not edit.
export const getMe = {"name":"me.get","method":"GET","path":"/me"};
export const roleHomes = {"teacher":"/dashboard","curriculum_lead":"/dashboard","student":"/learn/dashboard","guardian":"/guardian/dashboard","admin":"/admin/dashboard","district_admin":"/district/dashboard","super_admin":"/admin/operations"};
export const updateMe = {"name":"me.update","method":"PATCH","path":"/me"};
