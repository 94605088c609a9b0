import type { HealthReport, PublicHealth } from '@k12/contracts/operations/health';
import { checkNames } from '@k12/contracts/operations/health';
import type { Platform } from '../../../platform/context.ts';
import { version } from '../../../platform/version.ts';

/** OPS-02: an answer within 200 ms, even while a dependency hangs. */
const patienceMs = 150;
const lastReports = new WeakMap<object, HealthReport>();

export function getReport({ health }: Platform): Promise<HealthReport> {
  return health.report();
}

export async function getPublicHealth({ health }: Platform): Promise<PublicHealth> {
  const computing = health.report().then((report) => {
    lastReports.set(health, report);
    return report;
  });
  const patience = Promise.withResolvers<null>();
  const timer = setTimeout(() => patience.resolve(null), patienceMs);
  const report = (await Promise.race([computing, patience.promise])) ?? lastReports.get(health);
  clearTimeout(timer);
  const components = checkNames.map((name) => [name, report?.checks[name].status ?? 'warning']);
  return { status: report?.overall ?? 'warning', version, components: Object.fromEntries(components) };
}
