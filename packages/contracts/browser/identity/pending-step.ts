// Generated from src by scripts/browser.ts. Do not edit.
export const PendingStep = {"options":["second_factor","enrol_factor","new_password"]};
