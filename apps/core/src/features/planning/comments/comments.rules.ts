/** A comment is what was said; only a slip may be mended (PLN-150). */
export const editableMinutes = 15;

export function isStillEditable(createdAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) <= editableMinutes * 60_000;
}
