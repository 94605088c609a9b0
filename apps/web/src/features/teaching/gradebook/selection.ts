export interface Place {
  row: number;
  column: number;
}

/** The cell that keys act on, and where a range began. */
export interface Selection {
  active: Place;
  anchor: Place;
}

export interface Range {
  top: number;
  bottom: number;
  start: number;
  end: number;
}

export function rangeOf({ active, anchor }: Selection): Range {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    start: Math.min(active.column, anchor.column),
    end: Math.max(active.column, anchor.column),
  };
}

export function isIn({ top, bottom, start, end }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= start && column <= end;
}

export function sizeOf({ top, bottom, start, end }: Range): number {
  return (bottom - top + 1) * (end - start + 1);
}

interface Counts {
  rows: number;
  columns: number;
}

export function clamp({ row, column }: Place, counts: Counts): Place {
  return {
    row: Math.max(0, Math.min(counts.rows - 1, row)),
    column: Math.max(0, Math.min(counts.columns - 1, column)),
  };
}

interface Pressed {
  key: string;
  shift: boolean;
  /** Ctrl or Cmd. */
  jump: boolean;
  rtl: boolean;
  page: number;
}

const last = Number.MAX_SAFE_INTEGER;

/** Where a key leads from a cell; null for keys that lead nowhere (TCH-94). */
export function moveBy(from: Place, pressed: Pressed): Place | null {
  const { key, shift, jump, page } = pressed;
  const forward = pressed.rtl ? 'ArrowLeft' : 'ArrowRight';
  const { row, column } = from;
  switch (key) {
    case 'ArrowDown':
      return { row: jump ? last : row + 1, column };
    case 'ArrowUp':
      return { row: jump ? 0 : row - 1, column };
    case 'ArrowLeft':
    case 'ArrowRight':
      if (key === forward) return { row, column: jump ? last : column + 1 };
      return { row, column: jump ? 0 : column - 1 };
    case 'Enter':
      return { row: shift ? row - 1 : row + 1, column };
    case 'Tab':
      return { row, column: shift ? column - 1 : column + 1 };
    case 'Home':
      return { row: jump ? 0 : row, column: 0 };
    case 'End':
      return { row: jump ? last : row, column: last };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    default:
      return null;
  }
}

interface Shape {
  rows: readonly { student_id: string }[];
  columns: readonly { id: string }[];
}

/** The same student and assignment, wherever they are now (TCH-101); what is gone leaves its place to another. */
export function followSelection({ active, anchor }: Selection, from: Shape, to: Shape): Selection {
  const counts = { rows: to.rows.length, columns: to.columns.length };
  const follow = (place: Place): Place => {
    const student = from.rows[place.row]?.student_id;
    const assignment = from.columns[place.column]?.id;
    const row = to.rows.findIndex(({ student_id }) => student_id === student);
    const column = to.columns.findIndex(({ id }) => id === assignment);
    return clamp({ row: row < 0 ? place.row : row, column: column < 0 ? place.column : column }, counts);
  };
  return { active: follow(active), anchor: follow(anchor) };
}
