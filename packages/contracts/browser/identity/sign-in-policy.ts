// Generated from src by scripts/browser.ts. Do not edit.
export const MfaRule = {"options":["off","optional","required"]};
export const defaultSignInPolicy = {"methods":{"password":true,"passkey":true,"google":false,"saml":false},"required_method":{"district_admin":null,"admin":null,"curriculum_lead":null,"teacher":null,"student":null,"guardian":null},"mfa":{"district_admin":"required","admin":"required","curriculum_lead":"optional","teacher":"optional","student":"off","guardian":"optional"},"mfa_grace_days":14,"session_limits":{"district_admin":null,"admin":null,"curriculum_lead":null,"teacher":null,"student":null,"guardian":null},"admin_networks":[],"young_student_password_length":8,"accepts_provider_mfa":false};
export const getSignInMethods = {"name":"sign_in.methods","method":"GET","path":"/sign_in/methods"};
export const getSignInPolicy = {"name":"sign_in_policy.get","method":"GET","path":"/sign_in_policy"};
export const longestSession = {"district_admin":{"idle":480,"absolute":1440},"admin":{"idle":480,"absolute":1440},"curriculum_lead":{"idle":1440,"absolute":43200},"teacher":{"idle":1440,"absolute":43200},"student":{"idle":720,"absolute":10080},"guardian":{"idle":1440,"absolute":43200}};
export const updateSignInPolicy = {"name":"sign_in_policy.update","method":"PUT","path":"/sign_in_policy"};
