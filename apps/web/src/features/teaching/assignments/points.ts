/** As the server takes points: up to 10,000 with two decimals; a comma is a decimal mark too. */
export function readPoints(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,5}(\.\d{1,2})?$/.test(text) && Number(text) <= 10_000 ? text : null;
}

/** `20.00` is shown as 20. */
export function showPoints(points: string): string {
  return points.includes('.') ? points.replace(/\.?0+$/, '') : points;
}
