export const whose = ['mine', 'team', 'school'] as const;

/** Whose documents, as the address says. */
export function readDocumentsView(words: Record<string, string | string[] | undefined>) {
  const of = whose.find((one) => one === words.of);
  return { query: { limit: 50, ...(of && { of }) } };
}
