/** Where an element of a list stands after it was put at a place; the last where no place is named. */
export function reorder(ids: readonly string[], id: string, position: number | undefined): string[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.min(position ?? others.length, others.length);
  return [...others.slice(0, at), id, ...others.slice(at)];
}
