/** The token that changes need (IDN-85). Kept apart from the typed client, so that sign-in pages stay light. */
let token: Promise<string> | null = null;

async function fetchToken(): Promise<string> {
  const reply = await fetch('/api/v1/csrf', { credentials: 'same-origin' });
  if (!reply.ok) throw new Error('The server gave no token');
  return ((await reply.json()) as { csrf_token: string }).csrf_token;
}

export function readCsrfToken(): Promise<string> {
  token ??= fetchToken().catch((error) => {
    token = null;
    throw error;
  });
  return token;
}

/** After signing in or out the token belongs to another session. */
export function forgetCsrfToken(): void {
  token = null;
}
