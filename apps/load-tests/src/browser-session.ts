/** The cookie of a demo account at a running instance, got as the sign-in page gets it. */
export async function cookieOf(base: string, identifier: string): Promise<string> {
  const first = await fetch(`${base}/api/v1/csrf`);
  const visitor = cookiesOf(first);
  const { csrf_token } = (await first.json()) as { csrf_token: string };
  const reply = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': csrf_token,
      origin: base,
      cookie: visitor,
    },
    body: JSON.stringify({ identifier, password: 'chalk-and-paper', tenant: 'riverbend' }),
  });
  const { state } = (await reply.json()) as { state?: string };
  if (state !== 'signed_in') throw new Error(`${identifier} could not sign in: ${reply.status}`);
  return cookiesOf(reply);
}

function cookiesOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}
