// What runs at this moment, written by the launcher and read by status, reset, doctor and the next start.
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { ProcessIdentity } from './process-identity.ts';

export type SignInDetails = {
  role: string;
  name: string;
  tenant: string;
  /** What goes into the first field of the sign-in page: the e-mail address, or the username of a young student. */
  identifier: string;
  email: string | null;
  username: string | null;
  password: string;
};

export type RunningInstance = {
  phase: 'starting' | 'ready';
  mode: 'embedded' | 'development';
  started_at: string;
  ready_after_seconds: number | null;
  addresses: {
    web: string;
    api: string;
    core: string;
    ai_gateway: string;
    database: { owner: string | null; app: string; job: string };
  };
  processes: Record<string, ProcessIdentity>;
  restarts: Record<string, number>;
  versions: Record<string, string>;
  demo_accounts: SignInDetails[];
};

export function writeRunning(file: string, instance: RunningInstance): void {
  const draft = `${file}.new`;
  writeFileSync(draft, JSON.stringify(instance, null, 2), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}

export function readRunning(file: string): RunningInstance | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningInstance;
  } catch {
    return undefined;
  }
}

export function forgetRunning(file: string): void {
  rmSync(file, { force: true });
}
