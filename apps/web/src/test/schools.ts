/** Schools as the server lists them. */
export function schoolsOf(...names: string[]) {
  const data = names.map((name, at) => ({
    id: `01900000-0000-7000-8000-00000000010${at}`,
    name,
    code: `S${at}`,
    address: null,
    time_zone: 'America/New_York',
    lowest_grade: null,
    highest_grade: null,
    state: 'active',
    users_count: 0,
    courses_count: 0,
    created_at: '2026-09-01T08:00:00Z',
    updated_at: '2026-09-01T08:00:00Z',
    lock_version: 0,
    can: { update: true, archive: true, restore: false },
  }));
  return { data, next_cursor: null };
}
