import { createManyCourses } from './many-courses.queries.ts';
import { measureReads } from './read-lists.ts';

/**
 * A school year of 200 courses, 1,200 placed units and 5,000 alignments: the curriculum map of a grade within 300 ms
 * (PLN-104), coverage of the whole year within 500 ms (PLN-99).
 */
const courses = Number(process.env.COURSES ?? 200);
const rounds = Number(process.env.REQUESTS ?? 20);

await measureReads(
  {
    title: `${courses} courses`,
    limit_ms: 500,
    rate_limits: '{"general": 1000, "export": 1000}',
    fill: (world) => createManyCourses(world, 'riverbend', { courses, units_each: 6, alignments: 5_000 }),
    accounts: (process.env.ONLY ?? 'lead,teacher').split(','),
  },
  async (reader) => {
    await reader.time('map of a grade', 'curriculum_map?grade_level=10', rounds);
    await reader.time('map of the year', 'curriculum_map', rounds);
    await reader.time('calendar of a year', 'calendar?from=2026-08-25&to=2027-06-12', rounds);
    await reader.time('coverage of the year', 'standards_coverage', rounds);
    await reader.time('coverage by week', 'standards_coverage?columns=week', rounds);
  },
);
