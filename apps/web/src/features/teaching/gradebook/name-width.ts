const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

/**
 * Whether a name, as rows write it, has room in so many pixels. Names are measured, not guessed: whatever is cut off is a
 * layer of its own in every row, and most names need not be. Until there is something to measure with, all are.
 */
export function nameFits(name: string, room: number): boolean {
  let width = widths.get(name);
  if (width === undefined) {
    if (!pen) return false;
    // Rows give all digits the width of the widest.
    width = pen.measureText(name.replace(/\d/g, '0')).width;
    widths.set(name, width);
  }
  return width <= room;
}

/** Takes a while, so it is done when the first rows stand; false while letters may still be those of another font. */
export function prepareToMeasure(): boolean {
  if (document.fonts.status !== 'loaded') return false;
  pen ??= makePen();
  return pen !== null;
}

function makePen(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  if (made) made.font = `500 ${fontSize} ${fontFamily}`;
  return made;
}
