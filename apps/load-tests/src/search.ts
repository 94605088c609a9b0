import { createManyPlans, words } from './many-plans.queries.ts';
import { measureReads } from './read-lists.ts';

/** Search over 100,000 documents with forty rotating terms: within 150 ms at the 95th percentile (PLN-161, PLN-162). */
const documents = Number(process.env.DOCUMENTS ?? 100_000);
const rounds = Number(process.env.ROUNDS ?? 3);

await measureReads(
  {
    title: `${documents} documents`,
    limit_ms: 150,
    rate_limits: '{"search": 1000, "general": 1000}',
    fill: (world) => createManyPlans(world, 'riverbend', documents),
    accounts: ['teacher', 'lead'],
  },
  async (reader) => {
    const asked = (path: string, words: string[]) => words.map((word) => path + encodeURIComponent(word));
    await reader.timeAll('search', asked('search?q=', terms()), rounds);
    await reader.timeAll('suggestions', asked('search/suggest?q=', halfTyped()), rounds);
  },
);

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
