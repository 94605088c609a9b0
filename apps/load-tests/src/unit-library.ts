import { createManyPlans } from './many-plans.queries.ts';
import { measureReads } from './read-lists.ts';

/** The library of units with 20,000 of them: every order and filter within 400 ms at the 95th percentile (PLN-24). */
const units = Number(process.env.UNITS ?? 20_000);
const requests = Number(process.env.REQUESTS ?? 40);
const queries = [
  '',
  'limit=200',
  'sort=title',
  'sort=starts_on',
  'of=mine',
  'of=shared',
  'of=school&state=published',
  'subject=Science&grade_level=7',
  'tag=nobody-uses-this',
  'q=volcano',
  'q=nobody%20at%20all',
  'deleted=true',
];

await measureReads(
  {
    title: `${units} units`,
    limit_ms: 400,
    rate_limits: '{"general": 1000}',
    fill: (world) => createManyPlans(world, 'riverbend', units),
    accounts: (process.env.ONLY ?? 'district,lead,teacher').split(','),
  },
  async (reader) => {
    for (const query of queries) await reader.time(query || 'first page', `unit_plans?${query}`, requests);
    await reader.timePages('units', 'unit_plans', 120);
  },
);
