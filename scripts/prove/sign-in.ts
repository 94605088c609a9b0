import type { RunningInstance } from '../launcher/running.ts';

/** Signs the first demo account in through the web address, as a browser would, and reads who it is. */
export async function signInAs(instance: RunningInstance | undefined): Promise<void> {
  const account = instance?.demo_accounts[0];
  if (!instance || !account) throw new Error('There is no demo account to sign in with.');
  const { web } = instance.addresses;
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: web, cookie, 'content-type': 'application/json', ...init.headers };
    const reply = await fetch(`${web}/api/v1${path}`, { ...init, headers });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return (await reply.json()) as Record<string, unknown>;
  };
  const { csrf_token } = await send('/csrf');
  const body = JSON.stringify({ identifier: account.identifier, password: account.password });
  await send('/session', { method: 'POST', headers: { 'x-csrf-token': String(csrf_token) }, body });
  await send('/me');
}
