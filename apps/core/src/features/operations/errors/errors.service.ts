import type { ClientErrors } from '@k12/contracts/operations/errors';
import type { Platform } from '../../../platform/context.ts';
import { routeTemplate } from '../../../platform/telemetry/route-template.ts';

interface Reporter {
  request_id: string;
  tenant_id: string | null;
}

/** A browser's error as one of ours: same ring, same scrubbing (OPS-154). */
export function noteClientErrors(platform: Platform, { errors }: ClientErrors, reporter: Reporter): void {
  for (const { kind, name, message, stack, route } of errors) {
    const error = Object.assign(new Error(message), { name: name.replace(/[^\w.]/g, '') || 'Error', stack });
    platform.metrics.client_errors.inc({ kind });
    platform.errors.record(error, { source: 'web', route: routeTemplate(route), ...reporter });
  }
}

export function noteCspViolations(platform: Platform, reports: unknown): void {
  platform.metrics.client_errors.inc({ kind: 'csp' }, Array.isArray(reports) ? reports.length : 1);
}
