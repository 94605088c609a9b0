export * from './client.ts';
export * from './endpoint.ts';
export * from './endpoints.ts';
export * from './errors.ts';
export * from './identity/capabilities.ts';
export * from './paging.ts';
export * from './rates.ts';
