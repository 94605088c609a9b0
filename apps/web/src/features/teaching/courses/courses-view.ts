type Words = Record<string, string | string[] | undefined>;

/** The list as the address says it; one's own courses come by the caller's reach. */
export function readCoursesView(words: Words): { query: { q?: string } } {
  const q = typeof words.q === 'string' ? words.q.trim() : '';
  return { query: { ...(q && { q }) } };
}
