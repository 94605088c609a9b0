import { listUsers } from '@k12/contracts/identity/users';
import { listContexts } from '@k12/contracts/planning/contexts';
import type { PersonOption } from '@k12/ui/person-picker';
import { callApi } from '@/lib/api/browser.ts';
import { joined } from '@/lib/joined.ts';

/** A person or a team: teams carry who is in them as a hint. */
export type Colleague = PersonOption & { kind: 'person' | 'team' };

const roles = ['teacher', 'curriculum_lead', 'admin'] as const;

/** Staff and planning teams by name; students and families never plan, so they are not looked for. */
export async function findColleagues(query: string, signal: AbortSignal): Promise<Colleague[]> {
  const q = query.trim();
  if (q.length < 2) return [];
  const [teams, ...staff] = await Promise.all([
    callApi(listContexts, { query: { q, limit: 4 } }, { signal }),
    ...roles.map((role) => callApi(listUsers, { query: { q, role, limit: 6 } }, { signal })),
  ]);
  const people = new Map(
    staff.flatMap(({ data }) => data).map(({ id, display_name }) => [id, display_name] as const),
  );
  return [
    ...teams.data.map(({ id, name, members }) => ({
      value: id,
      label: name,
      hint: joined(
        document.documentElement.lang || 'en',
        members.map(({ display_name }) => display_name),
      ),
      kind: 'team' as const,
    })),
    ...[...people].slice(0, 8).map(([value, label]) => ({ value, label, kind: 'person' as const })),
  ];
}
