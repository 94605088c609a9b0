import { searchKinds } from '@k12/contracts/planning/search';

const filters = [
  'subject',
  'grade_level',
  'state',
  'tag',
  'owner_id',
  'framework_id',
  'updated_since',
] as const;
export type SearchFilter = (typeof filters)[number];

type Query = { q: string; kind?: string } & Partial<Record<SearchFilter, string>>;

/** The address holds the whole search, so that it can be shared (PLN-160). */
export function readSearchView(params: Record<string, string | string[] | undefined>): { query: Query } {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  };
  const query: Query = { q: one('q').slice(0, 200) };
  const kind = one('kind');
  if ((searchKinds as readonly string[]).includes(kind)) query.kind = kind;
  for (const name of filters) {
    const value = one(name);
    if (value) query[name] = value;
  }
  return { query };
}
