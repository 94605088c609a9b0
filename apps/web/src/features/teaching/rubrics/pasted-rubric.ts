import type { CriterionInput } from '@k12/contracts/teaching/rubrics';

const number = /^\d{1,5}(?:[.,]\d{1,2})?$/;

/**
 * A rubric as it comes out of a spreadsheet: one criterion a row, its ratings in the cells after it. A first row that
 * holds numbers gives the points of each column; without one, columns count down to 1.
 */
export function readPastedRubric(text: string): CriterionInput[] {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const [head, ...rest] = rows;
  if (!head) return [];
  const points = headPoints(head);
  const labels = points ? head.slice(1).map(withoutPoints) : null;
  return (points ? rest : rows).flatMap((cells) => criterionOf(cells, points, labels) ?? []);
}

/** `Secure (4)`, `4 Secure` or `4` in the head give the points of their column. */
function headPoints(head: readonly string[]): string[] | null {
  const found = head
    .slice(1)
    .map((cell) => /\d{1,5}(?:[.,]\d{1,2})?/.exec(cell)?.[0]?.replace(',', '.') ?? '');
  return found.length > 0 && found.every((one) => number.test(one)) ? found : null;
}

function withoutPoints(cell: string): string {
  return cell.replace(/[([]?\s*\d{1,5}(?:[.,]\d{1,2})?\s*(?:points?|pts?)?\s*[)\]]?/i, '').trim();
}

function criterionOf(
  cells: readonly string[],
  points: readonly string[] | null,
  labels: readonly string[] | null,
): CriterionInput | null {
  const [title = '', ...given] = cells;
  const filled = given.map((text, at) => ({ text, at })).filter(({ text }) => text !== '');
  if (!title || filled.length < 2) return null;
  const ratings = filled.map(({ text, at }, place) => {
    const label = labels?.[at] || (text.length <= 80 ? text : text.slice(0, 79));
    return {
      label,
      description: text === label ? '' : text,
      points: points?.[at] ?? String(filled.length - place),
    };
  });
  // Spreadsheets run either way; a rubric runs from the best to the least.
  ratings.sort((a, b) => Number(b.points) - Number(a.points));
  return { title, ratings };
}
