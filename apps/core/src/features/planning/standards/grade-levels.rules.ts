import { gradeLevels } from '@k12/contracts/planning/plan-records';

const order = new Map<string, number>(gradeLevels.map((grade, at) => [grade, at]));
const names: Record<string, string> = {
  pk: 'PK',
  prek: 'PK',
  prekindergarten: 'PK',
  tk: 'PK',
  pr: 'PK',
  k: 'K',
  kg: 'K',
  kindergarten: 'K',
  kdg: 'K',
};

/** "06", "Grade 6", "6th", "KG", "9-12": as PK, K, 1 to 12, in order. What is no grade is left out. */
export function gradesOf(levels: readonly string[]): string[] {
  const found = new Set(levels.flatMap((level) => gradesOfOne(level)));
  return gradeLevels.filter((grade) => found.has(grade));
}

function gradesOfOne(level: string): string[] {
  const whole = gradeOf(level);
  if (whole) return [whole];
  const parts = level.split(/\s*(?:-|–|—|\bto\b|\bthrough\b)\s*/i);
  const [from, to] = [gradeOf(parts[0] ?? ''), gradeOf(parts[1] ?? '')];
  if (parts.length !== 2 || !from || !to) return [];
  const [first, last] = [order.get(from) ?? 0, order.get(to) ?? 0];
  return gradeLevels.slice(Math.min(first, last), Math.max(first, last) + 1);
}

function gradeOf(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replace(/\b(grade|grades|gr|year|level)\b\.?/g, '')
    .replace(/[\s._-]/g, '');
  if (plain in names) return names[plain] ?? null;
  const number = /^0*(\d{1,2})(st|nd|rd|th)?$/.exec(plain)?.[1];
  return number !== undefined && order.has(number) ? number : null;
}
