// Generated from src by scripts/browser.ts. Do not edit.
export const locale = {"options":["en","es","fr","ar"]};
