import type { VitalFigure, VitalName } from '@k12/contracts/operations/vitals';

/** Ranges grow by a tenth each, so a figure read from them is within five of a hundred of the true one. */
const growth = Math.log(1.1);
const lastBucket = 200;

/** Milliseconds; CLS, a plain number below one, in thousandths. */
export function bucketOf(name: VitalName, value: number): number {
  const amount = name === 'CLS' ? value * 1_000 : value;
  return amount <= 1 ? 0 : Math.min(lastBucket, Math.round(Math.log(amount) / growth));
}

const amountOf = (bucket: number) => Math.round(Math.exp(bucket * growth));

export interface CountRow {
  route: string;
  name: VitalName;
  release: string;
  bucket: number;
  count: number;
  /** First day of the release on this route. */
  first_on: string;
}

/** Fewer visits say nothing about a release. */
const fewestVisits = 50;
const worseBy = 1.2;

interface Group extends Pick<VitalFigure, 'route' | 'name' | 'release' | 'visits' | 'p75'> {
  first_on: string;
}

/** What three of four visits felt, per route and release, and against the release before (UXP-112). */
export function figuresOf(rows: readonly CountRow[]): VitalFigure[] {
  const groups = groupsOf(rows);
  const figures = groups.map(({ first_on, ...group }) => {
    const before = groups
      .filter((other) => other.route === group.route && other.name === group.name)
      .filter((other) => other.first_on < first_on && other.visits >= fewestVisits)
      .sort((a, b) => (a.first_on < b.first_on ? 1 : -1))[0];
    const change = before && group.visits >= fewestVisits ? group.p75 / Math.max(1, before.p75) : null;
    return { ...group, change, is_worse: change !== null && change > worseBy };
  });
  return figures.sort((a, b) => Number(b.is_worse) - Number(a.is_worse) || b.visits - a.visits);
}

function groupsOf(rows: readonly CountRow[]): Group[] {
  const byKey = Map.groupBy(rows, ({ route, name, release }) => `${route} ${name} ${release}`);
  return [...byKey.values()].map((counted) => {
    const [{ route, name, release, first_on }] = counted as [CountRow];
    const sorted = [...counted].sort((a, b) => a.bucket - b.bucket);
    const visits = sorted.reduce((sum, { count }) => sum + count, 0);
    return { route, name, release, first_on, visits, p75: p75Of(sorted, visits) };
  });
}

function p75Of(sorted: readonly CountRow[], visits: number): number {
  let seen = 0;
  for (const { bucket, count } of sorted) {
    seen += count;
    if (seen >= visits * 0.75) return amountOf(bucket);
  }
  return 0;
}
