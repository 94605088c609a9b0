import type { CodedCell } from '@k12/contracts/teaching/cell-codes';

/** Places of the columns of one row whose cells wait for a grade, are hidden from students, are graded. */
export interface RowStates {
  to_grade: number[];
  hidden: number[];
  graded: number[];
}

const gradeBits = 3;
const newWork = 4;
const posted = 16;

/** Read from the text without making a cell of each: of 100,000 only those in sight are needed (TCH-90). */
export function rowStates(cells: string | readonly (CodedCell | undefined)[]): RowStates {
  const states: RowStates = { to_grade: [], hidden: [], graded: [] };
  const note = (at: number, isGraded: boolean, isNew: boolean, isPosted: boolean) => {
    if (isNew) states.to_grade.push(at);
    if (!isGraded) return;
    states.graded.push(at);
    if (!isPosted) states.hidden.push(at);
  };
  if (typeof cells === 'string') {
    let from = 0;
    while (from < cells.length) {
      const colon = cells.indexOf(':', from);
      if (colon < 0) break;
      const flags = numberAt(cells, colon + 1);
      const at = numberAt(cells, from);
      note(at, (flags & gradeBits) !== 0, (flags & newWork) !== 0, (flags & posted) !== 0);
      const bar = cells.indexOf('|', colon);
      from = bar < 0 ? cells.length : bar + 1;
    }
    return states;
  }
  for (const [at, cell] of cells.entries()) {
    if (cell) note(at, cell.state !== 'none', cell.has_new_work, cell.is_posted);
  }
  return states;
}

const zero = 48;

/** The whole number that begins here; without cutting its digits out first. */
function numberAt(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}
