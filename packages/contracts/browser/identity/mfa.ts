// Generated from src by scripts/browser.ts. Do not edit.
export const clearFactors = {"name":"users.clear_factors","method":"POST","path":"/users/{id}/clear_factors"};
export const confirmTotp = {"name":"me.totp.confirm","method":"POST","path":"/me/totp/confirm"};
export const getFactors = {"name":"me.factors.get","method":"GET","path":"/me/factors"};
export const removeTotp = {"name":"me.totp.remove","method":"DELETE","path":"/me/totp"};
export const renewRecoveryCodes = {"name":"me.recovery_codes.renew","method":"POST","path":"/me/recovery_codes"};
export const startTotp = {"name":"me.totp.start","method":"POST","path":"/me/totp"};
