/** Runs once, before the server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { installClientAddress } = await import('./guard/client-address.ts');
  installClientAddress(process.env.TRUSTED_PROXIES || 'loopback');
}
