/** The students of a course, for the server's first paint and the screen alike. */
export function rosterRequest(courseId: string) {
  return { query: { course_id: courseId, role: 'student', state: 'active', limit: 200 } };
}
