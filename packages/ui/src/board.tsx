'use client';
import clsx from 'clsx';
import { type DragEvent, useState } from 'react';
import { CardMenu } from './board/card-menu.tsx';
import { type BoardColumn, type BoardMove, placeOf } from './board/move.tsx';
import { useUiText } from './ui-text.tsx';

export type { BoardCard, BoardColumn, BoardMove } from './board/move.tsx';

export type BoardProps = {
  label: string;
  columns: readonly BoardColumn[];
  /** The card should go there; the new columns come back through props. */
  onMove: (move: BoardMove) => void;
};

type ColumnProps = { column: BoardColumn; board: BoardProps; onMove: (move: BoardMove) => void };

function Column({ column, board, onMove }: ColumnProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent, position: number) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const card = event.dataTransfer.getData('text/plain');
    if (card) onMove({ card, column: column.key, position });
  };
  return (
    <section
      aria-label={column.title}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => drop(event, column.cards.length)}
      className={clsx(
        'flex w-72 shrink-0 flex-col gap-2 rounded-card p-2',
        over ? 'bg-board-tint' : 'bg-canvas',
      )}
    >
      <h3 className="flex items-baseline justify-between gap-2 px-1 py-1 text-small font-semibold">
        {column.title}
        <span className="font-regular text-ink-3 tabular-nums">{column.note ?? column.cards.length}</span>
      </h3>
      <ul className="flex flex-col gap-2">
        {column.cards.map((card, position) => (
          <li
            key={card.key}
            draggable
            onDragStart={(event) => event.dataTransfer.setData('text/plain', card.key)}
            onDrop={(event) => drop(event, position)}
            className="flex cursor-grab items-start gap-1 rounded-card border border-line bg-raised py-2 ps-3 pe-1 text-body active:cursor-grabbing"
          >
            <div className="min-w-0 flex-1 py-0.5">{card.content}</div>
            <CardMenu place={{ column, position, card }} columns={board.columns} onMove={onMove} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Columns of cards. Dragging is one way; the menu on each card is the other, and the new place is announced. */
export function Board(props: BoardProps) {
  const text = useUiText();
  const [said, setSaid] = useState('');
  const move = (to: BoardMove) => {
    const from = placeOf(props.columns, to.card);
    const goal = props.columns.find(({ key }) => key === to.column);
    if (!from || !goal) return;
    const total = goal.key === from.column.key ? goal.cards.length : goal.cards.length + 1;
    setSaid(text.moved(from.card.name, goal.title, Math.min(to.position + 1, total), total));
    props.onMove(to);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section aria-label={props.label} tabIndex={0} className="overflow-x-auto rounded-card">
      <div className="flex w-max items-start gap-3 pb-1">
        {props.columns.map((column) => (
          <Column key={column.key} column={column} board={props} onMove={move} />
        ))}
      </div>
      <p role="status" className="hidden-visually">
        {said}
      </p>
    </section>
  );
}
