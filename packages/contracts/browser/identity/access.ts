// Generated from src by scripts/browser.ts. Do not edit.
export const listCapabilities = {"name":"capabilities.list","method":"GET","path":"/capabilities"};
