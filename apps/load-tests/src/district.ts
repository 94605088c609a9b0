import { createManyPeople } from './many-people.queries.ts';
import { measureReads } from './read-lists.ts';

/** The schools of a district side by side with 50,000 people: figures and coverage within 300 ms at the 95th percentile. */
const people = Number(process.env.PEOPLE ?? 50_000);
const requests = Number(process.env.REQUESTS ?? 60);

await measureReads(
  {
    title: `a district of ${people} people`,
    limit_ms: 300,
    rate_limits: '{"general": 1000}',
    fill: (world) => createManyPeople(world, 'riverbend', people),
    accounts: ['district', 'admin'],
  },
  async (reader) => {
    await reader.time('figures', 'district/schools', requests);
    await reader.time('coverage', 'district/standards_coverage', requests);
    await reader.time('coverage of a grade', 'district/standards_coverage?grade_level=9', requests);
  },
);
