import { percentile, round } from './measure.ts';
import { createWorld, runCore, signIn, startCore } from './world.ts';

interface Page {
  data: unknown[];
  next_cursor: string | null;
}

/** One person's reads, one after another, each told with its p50 and p95. */
export interface Reader {
  time(what: string, path: string, times: number): Promise<void>;
  /** From the first page to the last, so that far pages are as quick as near ones. */
  timePages(what: string, path: string, most: number): Promise<void>;
  /** Each path once, as one figure, the slowest three by name. */
  timeAll(what: string, paths: readonly string[], rounds: number): Promise<void>;
  read(path: string): Promise<unknown>;
}

/** The demo district, filled further, behind a core of its own; ends with failure where a p95 reaches the limit. */
export async function measureReads(
  given: {
    title: string;
    limit_ms: number;
    rate_limits: string;
    fill: (world: Awaited<ReturnType<typeof createWorld>>) => Promise<void>;
    accounts: readonly string[];
  },
  measureAs: (reader: Reader, account: string) => Promise<void>,
): Promise<void> {
  const world = await createWorld({ durable: false });
  await runCore(world, 'seed.ts');
  await given.fill(world);
  const core = await startCore(world, { RATE_LIMITS: given.rate_limits });
  let worst = 0;
  const report = (what: string, latencies: number[], more = '') => {
    const p95 = percentile(latencies, 0.95);
    worst = Math.max(worst, p95);
    console.log(`${what}: p50 ${round(percentile(latencies, 0.5), 1)} ms, p95 ${round(p95, 1)} ms${more}`);
  };
  try {
    for (const account of given.accounts) {
      const cookie = await signIn(core.origin, `${account}@riverbend.example`, 'chalk-and-paper');
      await measureAs(readerOf(`${core.origin}/api/v1/`, account, cookie, report), account);
    }
    console.log(`${given.title}: slowest p95 ${round(worst)} ms, allowed ${given.limit_ms} ms`);
  } finally {
    await core.stop();
    await world.close();
  }
  process.exitCode = worst < given.limit_ms ? 0 : 1;
}

function readerOf(
  base: string,
  account: string,
  cookie: string,
  report: (what: string, latencies: number[], more?: string) => void,
): Reader {
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(base + path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const timed = async (path: string): Promise<[number, unknown]> => {
    const started = performance.now();
    const reply = await read(path);
    return [performance.now() - started, reply];
  };
  return {
    read,
    async time(what, path, times) {
      const latencies: number[] = [];
      for (let at = 0; at < times; at++) latencies.push((await timed(path))[0]);
      report(`${account}: ${what}`, latencies);
    },
    async timePages(what, path, most) {
      const latencies: number[] = [];
      let cursor: string | null = '';
      let seen = 0;
      while (cursor !== null && latencies.length < most) {
        const [ms, reply] = await timed(`${path}?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
        latencies.push(ms);
        seen += (reply as Page).data.length;
        cursor = (reply as Page).next_cursor;
      }
      report(`${account}: ${seen} ${what} page by page, 200 each`, latencies);
    },
    async timeAll(what, paths, rounds) {
      for (const path of paths) await read(path);
      const all: [number, string][] = [];
      for (let at = 0; at < rounds; at++)
        for (const path of paths) all.push([(await timed(path))[0], decodeURIComponent(path)]);
      all.sort(([a], [b]) => b - a);
      const slowest = all.slice(0, 3).map(([ms, path]) => `${path} ${round(ms)}`);
      report(
        `${account}: ${what}`,
        all.map(([ms]) => ms),
        `; slowest ${slowest.join(', ')}`,
      );
    },
  };
}
