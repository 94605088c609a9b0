// Generated from src by scripts/browser.ts. Do not edit.
export {};
