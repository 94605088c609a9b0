import type { RunningInstance } from './running.ts';

/** What somebody needs to get in: the address, one account per role, and where to look next. */
export function announcement(running: RunningInstance, headline: string): string {
  return [
    '',
    `  ${headline}`,
    '',
    `    ${running.addresses.web}`,
    '',
    ...accountLines(running),
    '  npm run status  what is running      npm run doctor  when something fails      Ctrl-C  stops everything',
    '',
  ].join('\n');
}

export function accountLines(running: RunningInstance): string[] {
  const seen = new Set<string>();
  const accounts = running.demo_accounts.filter(({ role }) => !seen.has(role) && seen.add(role));
  if (accounts.length === 0) return [];
  const widest = Math.max(...accounts.map(({ role }) => role.length));
  const password = accounts[0]?.password;
  return [
    `  Demo accounts, all with the password ${password}`,
    ...accounts.map(({ role, identifier, email, tenant }) => {
      const organisation = email ? '' : `  (organisation: ${tenant})`;
      return `    ${role.replaceAll('_', ' ').padEnd(widest)}  ${identifier}${organisation}`;
    }),
    '',
  ];
}
