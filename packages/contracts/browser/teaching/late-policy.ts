// Generated from src by scripts/browser.ts. Do not edit.
export const changeLatePolicy = {"name":"late_policy.change","method":"PUT","path":"/courses/{id}/late_policy"};
export const previewLatePolicy = {"name":"late_policy.preview","method":"POST","path":"/courses/{id}/late_policy_preview"};
