import { createManyPlans, words } from './many-plans.queries.ts';
import { percentile, round } from './measure.ts';
import { createWorld, runCore, signIn, startCore } from './world.ts';

const documents = Number(process.env.DOCUMENTS ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 3);
const limit_ms = 150;

const world = await createWorld({ durable: false });
await runCore(world, 'seed.ts');
await createManyPlans(world, 'riverbend', documents);
const core = await startCore(world, { RATE_LIMITS: '{"search": 1000, "general": 1000}' });
let worst = 0;
try {
  for (const account of ['teacher', 'lead']) {
    const cookie = await signIn(core.origin, `${account}@riverbend.example`, 'chalk-and-paper');
    await measure(account, cookie, 'search?q=', terms());
    await measure(account, cookie, 'search/suggest?q=', halfTyped());
  }
  console.log(`${documents} documents: slowest p95 ${round(worst)} ms, allowed ${limit_ms} ms`);
} finally {
  await core.stop();
  await world.close();
}
process.exitCode = worst < limit_ms ? 0 : 1;

/** Forty: one word, two, a phrase, an exclusion, a number of a title, a word nobody wrote, a title typed wrong. */
function terms(): string[] {
  const pick = (at: number) => words[(at * 17) % words.length] ?? 'ratio';
  const single = Array.from({ length: 14 }, (_, at) => pick(at));
  const double = Array.from({ length: 14 }, (_, at) => `${pick(at)} ${pick(at + 5)}`);
  const others = [
    '"unit rate"',
    'ratio -kitchen',
    '4711',
    'nowhere',
    'volcanno',
    'erosion 77',
    'photosynthesis',
    'the',
    'and',
    'ecosystm',
    'map of rivers',
    'compare and explain',
  ];
  return [...single, ...double, ...others];
}

function halfTyped(): string[] {
  return terms().map((term) => term.slice(0, Math.max(3, term.length - 2)));
}

async function measure(account: string, cookie: string, path: string, asked: string[]) {
  const latencies: number[] = [];
  const slowest: [number, string][] = [];
  for (let round = 0; round <= rounds; round++)
    for (const term of asked) {
      const started = performance.now();
      const response = await fetch(`${core.origin}/api/v1/${path}${encodeURIComponent(term)}`, {
        headers: { cookie },
      });
      const body = await response.text();
      if (!response.ok) throw new Error(`${term} answered ${response.status}: ${body}`);
      // The first round fills the cache of the database.
      if (round === 0) continue;
      latencies.push(performance.now() - started);
      slowest.push([performance.now() - started, term]);
    }
  const p95 = percentile(latencies, 0.95);
  worst = Math.max(worst, p95);
  slowest.sort(([a], [b]) => b - a);
  const named = slowest.slice(0, 3).map(([ms, term]) => `${term} ${round(ms)}`);
  console.log(
    `${account}: ${path} p50 ${round(percentile(latencies, 0.5), 1)} ms, p95 ${round(p95, 1)} ms; slowest ${named.join(', ')}`,
  );
}
