import { createManyPeople } from './many-people.queries.ts';
import { measureReads } from './read-lists.ts';

/** The list of people with 50,000 of them: every order and filter within 300 ms at the 95th percentile. */
const people = Number(process.env.PEOPLE ?? 50_000);
const requests = Number(process.env.REQUESTS ?? 60);

await measureReads(
  {
    title: `${people} people`,
    limit_ms: 300,
    rate_limits: '{"general": 1000}',
    fill: (world) => createManyPeople(world, 'riverbend', people),
    accounts: ['district', 'admin', 'teacher'],
  },
  async (reader) => {
    const { schools } = (await reader.read('me')) as { schools: { id: string }[] };
    const queries = [
      '',
      'sort=-name',
      'sort=-last_sign_in_at',
      'sort=created_at',
      'role=student',
      'role=teacher&sort=-last_sign_in_at',
      `school_id=${schools[0]?.id}`,
      `school_id=${schools[0]?.id}&role=student&grade_level=7`,
      'state=suspended',
      'method=password&mfa=false&source=import',
      'q=person4711',
      'q=nobody%20at%20all',
      'q=a',
    ];
    for (const query of queries) await reader.time(query || 'first page', `users?${query}`, requests);
    await reader.timePages('people', 'users', 300);
  },
);
