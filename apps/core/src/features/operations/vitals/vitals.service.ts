import type { VitalFigure, WebVitals } from '@k12/contracts/operations/vitals';
import type { Platform } from '../../../platform/context.ts';
import { routeTemplate } from '../../../platform/telemetry/route-template.ts';
import { version } from '../../../platform/version.ts';
import * as queries from './vitals.queries.ts';
import { bucketOf, figuresOf } from './vitals.rules.ts';

const shownDays = 28;
const keptDays = 180;
/** Anybody may report, so what they make up must not fill a table. */
const mostRoutes = 500;
const knownRoutes = new WeakMap<Platform, Set<string>>();

/** Histograms for the operator, and counts by route and release for the page; neither says who visited (UXP-112). */
export async function noteVitals(platform: Platform, { release, vitals }: WebVitals): Promise<void> {
  for (const { name, value, rating } of vitals) {
    platform.metrics.web_vitals.observe({ name, rating }, name === 'CLS' ? value * 1000 : value / 1000);
  }
  // A tab that was open over a release is told by it; it says nothing of the one that runs now.
  if (release !== version) return;
  const counted_on = dayOf(platform.clock.now());
  const counts = new Map<string, queries.VitalCount>();
  for (const vital of vitals) {
    const { name } = vital;
    const route = routeTemplate(vital.route);
    if (!isKnown(platform, route)) continue;
    const bucket = bucketOf(name, vital.value);
    const key = `${route} ${name} ${bucket}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { counted_on, release, route, name, bucket, count });
  }
  if (counts.size > 0) await queries.addCounts(platform.db, [...counts.values()]);
}

function isKnown(platform: Platform, route: string): boolean {
  const known = knownRoutes.get(platform) ?? new Set<string>();
  knownRoutes.set(platform, known);
  if (!/^(\/[\w[\]:-]+)+$/.test(route)) return false;
  if (known.size < mostRoutes) known.add(route);
  return known.has(route);
}

export async function listFigures(platform: Platform): Promise<{ data: VitalFigure[] }> {
  const from = dayOf(platform.clock.now(), shownDays);
  return { data: figuresOf(await queries.listCounts(platform.db, from)) };
}

/** Once a day: says which pages a release made slower, and lets go of what is old. */
export async function watchVitals(platform: Platform): Promise<void> {
  await queries.deleteCountsBefore(platform.db, dayOf(platform.clock.now(), keptDays));
  const { data } = await listFigures(platform);
  const worse = data.filter(({ is_worse }) => is_worse);
  platform.metrics.vitals_worsened.set(worse.length);
  for (const { route, name, release, p75, change } of worse)
    platform.log.error({ route, name, release, p75, change }, 'a page became slower with a release');
}

function dayOf(now: Date, daysBefore = 0): string {
  return new Date(now.getTime() - daysBefore * 86_400_000).toISOString().slice(0, 10);
}
