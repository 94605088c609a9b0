type Words = Record<string, string | string[] | undefined>;

export type CoursesShown = 'active' | 'archived' | 'bin';

/** The list as the address says it; one's own courses come by the caller's reach. */
export function readCoursesView(words: Words): { query: { q?: string; state?: 'archived' } } {
  const q = typeof words.q === 'string' ? words.q.trim() : '';
  return { query: { ...(q && { q }), ...(words.show === 'archived' && { state: 'archived' }) } };
}
