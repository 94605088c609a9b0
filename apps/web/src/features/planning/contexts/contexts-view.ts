/** One's own teams unless the address asks for all, or for those put away. */
export function readContextsView(words: Record<string, string | string[] | undefined>) {
  const { show } = words;
  return {
    query: {
      limit: 100,
      ...(show === 'archived' ? { archived: 'true' } : show === 'all' ? {} : { mine: 'true' }),
    },
  };
}
