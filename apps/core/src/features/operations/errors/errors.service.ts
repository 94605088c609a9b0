import type { ClientErrors, WebVitals } from '@k12/contracts/operations/errors';
import type { Platform } from '../../../platform/context.ts';

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

/** One histogram for all: seconds for times, thousandths for CLS. */
export function noteWebVitals(platform: Platform, { vitals }: WebVitals): void {
  for (const { name, value, rating } of vitals) {
    platform.metrics.web_vitals.observe({ name, rating }, name === 'CLS' ? value * 1000 : value / 1000);
  }
}

export function noteCspViolations(platform: Platform, reports: unknown): void {
  platform.metrics.client_errors.inc({ kind: 'csp' }, Array.isArray(reports) ? reports.length : 1);
}

/** A page might send its address after all: ids and anything behind a question mark go. */
function routeTemplate(route: string): string {
  return (route.split(/[?#]/)[0] ?? '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[^/]{40,}/gi, ':id')
    .slice(0, 120);
}
