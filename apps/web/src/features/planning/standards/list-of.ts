/** What was written with commas between. */
export function listOf(words: string): string[] {
  const all = words.split(/[,،]/).map((word) => word.trim());
  return [...new Set(all.filter(Boolean))];
}
