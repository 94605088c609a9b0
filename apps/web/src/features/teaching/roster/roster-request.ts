/** The students of a course, for the server's first paint and the screen alike; those who left only when asked for. */
export function rosterRequest(courseId: string, everybody = false, q = '') {
  const state = everybody ? {} : ({ state: 'active' } as const);
  return { query: { course_id: courseId, role: 'student' as const, ...state, ...(q && { q }), limit: 200 } };
}
