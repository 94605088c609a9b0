/** The token that changes need (IDN-85). Kept apart from the typed client, so that sign-in pages stay light. */
let token: Promise<string> | null = null;
let known: string | null = null;

async function fetchToken(): Promise<string> {
  const reply = await fetch('/api/v1/csrf', { credentials: 'same-origin' });
  if (!reply.ok) throw new Error('The server gave no token');
  return ((await reply.json()) as { csrf_token: string }).csrf_token;
}

export function readCsrfToken(): Promise<string> {
  if (token) return token;
  const asked = fetchToken();
  token = asked;
  asked.then(
    (text) => {
      if (token === asked) known = text;
    },
    () => {
      if (token === asked) token = null;
    },
  );
  return asked;
}

/** Null as long as it has to be asked for. */
export function knownCsrfToken(): string | null {
  return known;
}

/** After signing in or out the token belongs to another session. */
export function forgetCsrfToken(): void {
  token = null;
  known = null;
}
