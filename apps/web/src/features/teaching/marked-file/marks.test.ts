import { expect, test } from 'vitest';
import {
  cornerOf,
  inOrder,
  linesOf,
  movedBy,
  type Point,
  rectAround,
  rectBetween,
  simpler,
} from './marks.ts';

test('TCH-74 chosen words become one rectangle a line, in fractions of the page', () => {
  const pieces = [
    { x: 0.1, y: 0.1, width: 0.2, height: 0.02 },
    { x: 0.3, y: 0.101, width: 0.1, height: 0.02 },
    { x: 0.1, y: 0.14, width: 0.5, height: 0.02 },
    { x: 0.1, y: 0.2, width: 0, height: 0.02 },
  ];
  expect(linesOf(pieces)).toEqual([
    { x: 0.1, y: 0.1, width: 0.3, height: 0.02 },
    { x: 0.1, y: 0.14, width: 0.5, height: 0.02 },
  ]);
});

test('TCH-74 a mark is drawn in any direction, and one placed by a press stays on the page', () => {
  expect(rectBetween([0.5, 0.6], [0.2, 0.1])).toEqual({ x: 0.2, y: 0.1, width: 0.3, height: 0.5 });
  expect(rectAround([0, 1])).toEqual({ x: 0, y: 0.95, width: 0.2, height: 0.05 });
});

test('TCH-74 arrow keys move a mark, with Shift its size, and never off the page', () => {
  const place = { x: 0.85, y: 0, width: 0.1, height: 0.1 };
  expect(movedBy(place, 0.1, -0.1, false)).toEqual({ ...place, x: 0.9 });
  expect(movedBy(place, 0.5, 0.2, true)).toEqual({ ...place, width: 0.15, height: 0.3 });
  expect(movedBy({ strokes: [[[0.9, 0.9]]] }, 0.2, 0, false)).toEqual({ strokes: [[[1, 0.9]]] });
  expect(movedBy({ rects: [place] }, 0, 0.1, true)).toEqual({ rects: [place] });
});

test('TCH-74 a line of the pen keeps its bends and at most as many points as are carried', () => {
  const line = Array.from({ length: 5_000 }, (_, at): Point => [at / 5_000, (at % 7) / 100]);
  expect(simpler(line).length).toBeLessThanOrEqual(400);
  expect(
    simpler([
      [0.1, 0.1],
      [0.1001, 0.1],
      [0.2, 0.2],
    ]),
  ).toEqual([
    [0.1, 0.1],
    [0.2, 0.2],
  ]);
});

test('TCH-74 the list of marks goes by page and from the top', () => {
  const mark = (id: string, page: number, y: number) => ({
    ...{ id, page },
    place: { x: 0, y, width: 0.1, height: 0.1 },
  });
  const marks = [mark('c', 2, 0.1), mark('b', 1, 0.9), mark('a', 1, 0.2)];
  expect(inOrder(marks).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(
    cornerOf({
      strokes: [
        [
          [0.4, 0.5],
          [0.2, 0.7],
        ],
      ],
    }),
  ).toEqual([0.2, 0.5]);
});
