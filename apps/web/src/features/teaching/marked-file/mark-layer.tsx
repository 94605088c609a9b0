'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import {
  type MarkHands,
  movedBy,
  type Point,
  pointIn,
  type Rect,
  rectAround,
  rectBetween,
  rectsOf,
  type ShownMark,
  simpler,
  strokesOf,
} from './marks.ts';

interface Props {
  page: number;
  marks: readonly ShownMark[];
  /** The place of each mark in the list beside it. */
  numbers: ReadonlyMap<string, number>;
  hands?: MarkHands | undefined;
}

const smallest = 0.01;
const step = 0.01;

/** Marks over one page or picture, in fractions of its size; with a tool in hand new ones are drawn here (TCH-74). */
export function MarkLayer({ page, marks, numbers, hands }: Props) {
  const drawing = useDrawing(page, hands);
  return (
    <div
      data-page={page}
      className={clsx(
        'absolute inset-0 z-sticky',
        hands?.tool ? 'cursor-crosshair touch-none' : 'pointer-events-none',
      )}
      {...drawing.handlers}
    >
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} number={numbers.get(mark.id) ?? 0} hands={hands} />
      ))}
      {drawing.rect && <Box rect={drawing.rect} kind="highlight" />}
      {drawing.stroke && <Strokes strokes={[drawing.stroke]} />}
    </div>
  );
}

function useDrawing(page: number, hands: MarkHands | undefined) {
  const points = useRef<Point[]>([]);
  const [shown, setShown] = useState<Point[]>([]);
  const tool = hands?.tool ?? null;
  const pointOf = (event: PointerEvent<HTMLElement>) =>
    pointIn(event.currentTarget.getBoundingClientRect(), event.clientX, event.clientY);
  const end = () => {
    const [first, last] = [points.current[0], points.current.at(-1)];
    const drawn = points.current;
    points.current = [];
    setShown([]);
    if (!hands || !first || !last) return;
    if (tool === 'pen') {
      const stroke = simpler(drawn);
      if (stroke.length > 1) hands.onMake({ kind: 'pen', page, place: { strokes: [stroke] } });
      return;
    }
    const kind = tool === 'note' ? 'note' : 'highlight';
    const rect = rectBetween(first, last);
    const isPressed = rect.width < smallest || rect.height < smallest;
    hands.onMake({ kind, page, place: isPressed ? rectAround(last) : rect });
  };
  const handlers = tool && {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.target !== event.currentTarget) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      points.current = [pointOf(event)];
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (points.current.length === 0) return;
      points.current.push(pointOf(event));
      setShown([...points.current]);
    },
    onPointerUp: end,
    onPointerCancel: () => {
      points.current = [];
      setShown([]);
    },
  };
  const [first, last] = [shown[0], shown.at(-1)];
  const isRect = tool !== 'pen' && first && last;
  return {
    handlers: handlers || {},
    rect: isRect ? rectBetween(first, last) : null,
    stroke: tool === 'pen' && shown.length > 1 ? shown : null,
  };
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

function Mark({ mark, number, hands }: { mark: ShownMark; number: number; hands?: MarkHands | undefined }) {
  const t = useTranslations('marked-file');
  const rects = rectsOf(mark.place);
  const strokes = strokesOf(mark.place);
  const [x, y] = [rects[0]?.x ?? strokes[0]?.[0]?.[0] ?? 0, rects[0]?.y ?? strokes[0]?.[0]?.[1] ?? 0];
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (arrow) hands?.onMove(mark.id, movedBy(mark.place, arrow[0], arrow[1], event.shiftKey));
    else if (event.key === 'Delete' || event.key === 'Backspace') hands?.onErase(mark.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      {rects.map((rect) => (
        <Box key={`${rect.x} ${rect.y}`} rect={rect} kind={mark.kind} />
      ))}
      {strokes.length > 0 && <Strokes strokes={strokes} />}
      <button
        type="button"
        id={`mark-${mark.id}`}
        aria-label={t('markNumber', { number, kind: t(`markKinds.${mark.kind}`) })}
        title={mark.body || undefined}
        onClick={() => hands?.onChoose(mark.id)}
        onKeyDown={hands && onKeyDown}
        className="pointer-events-auto absolute flex size-6 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full border border-raised bg-board text-mini font-semibold text-on-board tabular-nums shadow-flat"
        style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
      >
        {number}
      </button>
    </>
  );
}

const percent = (value: number) => `${value * 100}%`;

function Box({ rect, kind }: { rect: Rect; kind: ShownMark['kind'] }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'absolute mix-blend-multiply',
        kind === 'strike' && 'border-t-2 border-bad',
        kind === 'note' && 'rounded-small border-2 border-chalk',
        kind !== 'strike' && kind !== 'note' && 'mark-wash',
      )}
      style={{
        left: percent(rect.x),
        top: percent(kind === 'strike' ? rect.y + rect.height / 2 : rect.y),
        width: percent(rect.width),
        height: kind === 'strike' ? 0 : percent(rect.height),
      }}
    />
  );
}

/** In the size of the page whatever that is on the screen; the pen keeps its breadth. */
function Strokes({ strokes }: { strokes: readonly (readonly Point[])[] }) {
  return (
    <svg aria-hidden viewBox="0 0 1 1" preserveAspectRatio="none" className="absolute inset-0 size-full">
      {strokes.map((stroke) => (
        <polyline
          key={stroke.join(' ')}
          points={stroke.map(([x, y]) => `${x},${y}`).join(' ')}
          className="fill-none stroke-bad"
          strokeWidth={2.5}
          strokeLinecap="round"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
