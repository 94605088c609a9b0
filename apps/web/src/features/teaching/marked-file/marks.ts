import type { Annotation, AnnotationPlace } from '@k12/contracts/teaching/annotations';

/** A mark as it is drawn, for staff and for those whose work it is. */
export interface ShownMark {
  id: string;
  kind: Annotation['kind'];
  page: number;
  place: AnnotationPlace;
  body: string;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Point = [number, number];

export type MarkTool = 'region' | 'note' | 'pen';

export interface NewMark {
  kind: Annotation['kind'];
  page: number;
  place: AnnotationPlace;
}

/** What the owner of marks may do to them; nobody else gets any of it. */
export interface MarkHands {
  tool: MarkTool | null;
  onMake: (mark: NewMark) => void;
  onMove: (id: string, place: AnnotationPlace) => void;
  onErase: (id: string) => void;
  onChoose: (id: string) => void;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
/** Enough for a screen of any size; the wire carries no more. */
const tidy = (value: number) => Math.round(value * 100_000) / 100_000;

export function pointIn(box: DOMRect, clientX: number, clientY: number): Point {
  return [tidy(clamp((clientX - box.left) / box.width)), tidy(clamp((clientY - box.top) / box.height))];
}

export function rectBetween([ax, ay]: Point, [bx, by]: Point): Rect {
  return {
    x: Math.min(ax, bx),
    y: Math.min(ay, by),
    width: tidy(Math.abs(ax - bx)),
    height: tidy(Math.abs(ay - by)),
  };
}

/** A place for what is pressed once instead of drawn. */
export function rectAround([x, y]: Point, width = 0.2, height = 0.05): Rect {
  return {
    x: tidy(Math.min(1 - width, Math.max(0, x - width / 2))),
    y: tidy(Math.min(1 - height, Math.max(0, y - height / 2))),
    width,
    height,
  };
}

/** Lines of chosen words: pieces that stand in one line become one rectangle (TCH-74). */
export function linesOf(pieces: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const piece of pieces) {
    if (piece.width <= 0 || piece.height <= 0) continue;
    const middle = piece.y + piece.height / 2;
    const line = lines.find(({ y, height }) => middle > y && middle < y + height);
    if (!line) lines.push({ ...piece });
    else {
      const right = Math.max(line.x + line.width, piece.x + piece.width);
      line.x = Math.min(line.x, piece.x);
      line.width = tidy(right - line.x);
    }
  }
  return lines.slice(0, 60);
}

/** Points that bend the line; a pen gives hundreds a second. */
export function simpler(points: readonly Point[], most = 400): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.003) kept.push(point);
  }
  const step = Math.ceil(kept.length / most);
  return kept.filter((_, at) => at % step === 0);
}

export function rectsOf(place: AnnotationPlace): Rect[] {
  if ('rects' in place) return place.rects;
  return 'x' in place ? [place] : [];
}

export function strokesOf(place: AnnotationPlace): Point[][] {
  return 'strokes' in place ? (place.strokes as Point[][]) : [];
}

/** By keys: a step of the page in a direction, the size with Shift; never off the page. */
export function movedBy(place: AnnotationPlace, dx: number, dy: number, isResize: boolean): AnnotationPlace {
  if (isResize) {
    if (!('x' in place)) return place;
    const width = tidy(Math.min(1 - place.x, Math.max(0.02, place.width + dx)));
    const height = tidy(Math.min(1 - place.y, Math.max(0.02, place.height + dy)));
    return { ...place, width, height };
  }
  const shift = (rect: Rect): Rect => ({
    ...rect,
    x: tidy(Math.min(1 - rect.width, Math.max(0, rect.x + dx))),
    y: tidy(Math.min(1 - rect.height, Math.max(0, rect.y + dy))),
  });
  if ('x' in place) return shift(place);
  if ('rects' in place) return { rects: place.rects.map(shift) };
  if (!('strokes' in place)) return place;
  return {
    strokes: place.strokes.map((stroke) =>
      stroke.map(([x, y]): Point => [tidy(clamp(x + dx)), tidy(clamp(y + dy))]),
    ),
  };
}

/** Where a mark begins: its number stands there, and lists go by it. */
export function cornerOf(place: AnnotationPlace): Point {
  const rects = rectsOf(place);
  const points = strokesOf(place).flat();
  const xs = [...rects.map(({ x }) => x), ...points.map(([x]) => x)];
  const ys = [...rects.map(({ y }) => y), ...points.map(([, y]) => y)];
  return xs.length > 0 ? [Math.min(...xs), Math.min(...ys)] : [0, 0];
}

/** In the order of reading: by page, then from the top. */
export function inOrder<M extends Pick<ShownMark, 'page' | 'place'>>(marks: readonly M[]): M[] {
  return marks.toSorted(
    (one, other) => one.page - other.page || cornerOf(one.place)[1] - cornerOf(other.place)[1],
  );
}
