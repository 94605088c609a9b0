// Generated from src by scripts/browser.ts. Do not edit.
export const DateTarget = {"options":["everyone","section","group","student"]};
