import { type SchoolQuery, SchoolState } from '@k12/contracts/identity/schools';

type Words = Record<string, string | string[] | undefined>;

/** What the address says the list shows; read by the server for the first paint and by the screen afterwards. */
export function readSchoolsView(words: Words): { query: Partial<SchoolQuery> } {
  const state = SchoolState.options.find((option) => option === words.state);
  const q = typeof words.q === 'string' ? words.q.trim() : '';
  return { query: { ...(q && { q }), ...(state && { state }) } };
}
