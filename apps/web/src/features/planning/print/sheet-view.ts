const names = ['id', 'section_id', 'from', 'to', 'numbers', 'paper', 'black_and_white'] as const;

/** What is printed and how is in the address, so that a print can be bookmarked. */
export function readSheetView(
  kind: string,
  params: Record<string, string | string[] | undefined>,
  locale: string,
): Record<string, string> {
  const query: Record<string, string> = {
    of: kind,
    locale: ['en', 'es', 'fr', 'ar'].includes(locale) ? locale : 'en',
  };
  for (const name of names) {
    const value = params[name];
    if (typeof value === 'string' && value) query[name] = value;
  }
  return query;
}
