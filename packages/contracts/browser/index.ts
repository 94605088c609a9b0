// Generated from src by scripts/browser.ts. Do not edit.
export * from './client.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './identity/capabilities.ts';
export * from './rates.ts';
