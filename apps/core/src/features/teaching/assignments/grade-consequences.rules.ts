/** Whether a change names this field and gives it another value; decimals are compared as numbers. */
export function differs(before: object, changes: object, field: string): boolean {
  const [old, next] = [before, changes].map((record) => (record as Record<string, unknown>)[field]);
  if (next === undefined) return false;
  if (field === 'points_possible') return hundredths(String(old)) !== hundredths(String(next));
  return JSON.stringify(old ?? null) !== JSON.stringify(next);
}

function hundredths(points: string): bigint {
  return decimalOf(points, 2);
}

const scorePlaces = 4;

/** A score as the same part of other points, to four places, half up; without old points it stays (TCH-44, TCH-108). */
export function scaledScore(score: string, pointsBefore: string, pointsAfter: string): string {
  const from = decimalOf(pointsBefore, 2);
  if (from === 0n) return score;
  const product = decimalOf(score, scorePlaces) * decimalOf(pointsAfter, 2);
  const scaled = (2n * product + from) / (2n * from);
  const text = String(scaled).padStart(scorePlaces + 1, '0');
  const fraction = text.slice(-scorePlaces).replace(/0+$/, '');
  return text.slice(0, -scorePlaces) + (fraction && `.${fraction}`);
}

function decimalOf(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
}
