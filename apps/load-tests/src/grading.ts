import { createManySubmissions } from './many-submissions.queries.ts';
import { measureReads } from './read-lists.ts';

/**
 * Grading one assignment of 3,000 submissions, and an inbox of more than 10,000 rows: the next student and every filter
 * within 300 ms at the 95th percentile (TCH-65, TCH-68).
 */
const students = Number(process.env.STUDENTS ?? 3_000);
const assignments = Number(process.env.ASSIGNMENTS ?? 4);
const requests = Number(process.env.REQUESTS ?? 60);

interface Row {
  assignment_id: string;
  course_id: string;
}

await measureReads(
  {
    title: `${students} submissions, ${students * assignments} rows`,
    limit_ms: 300,
    rate_limits: '{"general": 10000}',
    fill: (world) => createManySubmissions(world, 'riverbend', { students, assignments }),
    accounts: ['teacher'],
  },
  async (reader) => {
    const inbox = (await reader.read('submissions?q=report%201&limit=1')) as { data: Row[] };
    const { assignment_id, course_id } = inbox.data[0] ?? { assignment_id: '', course_id: '' };
    const frame = `assignments/${assignment_id}/grading`;
    const { student_ids } = (await reader.read(frame)) as { student_ids: string[] };
    await reader.time(`open ${student_ids.length} submissions`, frame, requests);
    await reader.time('open them by time', `${frame}?order=time`, requests);
    const works = student_ids.slice(0, requests).map((id) => `assignments/${assignment_id}/work/${id}`);
    await reader.timeAll('next student', works, 3);
    for (const query of [
      '',
      'sort=due',
      'sort=name',
      'sort=score',
      'state=to_grade',
      'state=late',
      'q=number%204',
    ])
      await reader.time(`inbox ${query}`, `submissions?limit=100&${query}`, requests);
    await reader.time('inbox of one course', `submissions?limit=100&course_id=${course_id}`, requests);
    await reader.time('counts', 'submission_counts', requests);
    await reader.timePages('inbox', 'submissions', 60);
  },
);
