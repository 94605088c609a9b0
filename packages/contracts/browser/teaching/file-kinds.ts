// Generated from src by scripts/browser.ts. Do not edit.
export * from '../../src/teaching/file-kinds.ts';
