import type { RunningInstance } from './running.ts';

/** What somebody needs to get in: the address, one account per role, and where to look next. */
export function announcement(running: RunningInstance, headline: string): string {
  const accounts = oneAccountPerRole(running);
  const widest = Math.max(0, ...accounts.map(({ role }) => role.length));
  const widestMail = Math.max(0, ...accounts.map(({ email }) => email.length));
  const lines = accounts.map(
    ({ role, email, password }) => `    ${role.padEnd(widest)}  ${email.padEnd(widestMail)}  ${password}`,
  );
  return [
    '',
    `  ${headline}`,
    '',
    `    ${running.addresses.web}`,
    '',
    ...(lines.length > 0 ? ['  Demo accounts (role, e-mail, password):', ...lines, ''] : []),
    '  npm run status  what is running      npm run doctor  when something fails      Ctrl-C  stops everything',
    '',
  ].join('\n');
}

function oneAccountPerRole({ demo_accounts }: RunningInstance) {
  const seen = new Set<string>();
  return demo_accounts.filter(({ role }) => !seen.has(role) && seen.add(role));
}
