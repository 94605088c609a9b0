import type { Job } from './define-job.ts';
import type { Envelope } from './envelope.ts';

/** The jobs this version of the code knows, by name; filled from features.ts when a process starts. */
export function createJobRegistry(initial: readonly Job[] = []) {
  const byName = new Map<string, Job>();
  const registry = {
    register(jobs: readonly Job[]): void {
      for (const job of jobs) {
        const known = byName.get(job.name);
        if (known && known !== job) throw new Error(`Two jobs are named ${job.name}`);
        byName.set(job.name, job);
      }
    },
    named: (name: string): Job | undefined => byName.get(name),
    /** Null when this process is too old for it: unknown kind or newer version (OPS-103). */
    find(envelope: Envelope): Job | null {
      const job = byName.get(envelope.kind);
      return job && envelope.version <= job.version ? job : null;
    },
  };
  registry.register(initial);
  return registry;
}

export type JobRegistry = ReturnType<typeof createJobRegistry>;
