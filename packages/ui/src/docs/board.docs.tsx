'use client';
import { useState } from 'react';
import { Board, type BoardColumn, type BoardMove } from '../board.tsx';
import type { DocEntry } from './entry.tsx';

const card = (key: string, name: string) => ({
  key,
  name,
  content: <span className="font-medium">{name}</span>,
});

const start: BoardColumn[] = [
  { key: 'idea', title: 'Ideas', cards: [card('1', 'Herb spiral'), card('2', 'Bee hotel')] },
  { key: 'doing', title: 'Doing', cards: [card('3', 'Compost bin')] },
  { key: 'done', title: 'Done', cards: [] },
];

function moveCard(columns: BoardColumn[], { card: key, column, position }: BoardMove): BoardColumn[] {
  const moving = columns.flatMap(({ cards }) => cards).find((one) => one.key === key);
  if (!moving) return columns;
  return columns.map((one) => {
    const cards = one.cards.filter((other) => other.key !== key);
    return one.key === column ? { ...one, cards: cards.toSpliced(position, 0, moving) } : { ...one, cards };
  });
}

function Cards() {
  const [columns, setColumns] = useState(start);
  return <Board label="Projects" columns={columns} onMove={(move) => setColumns(moveCard(columns, move))} />;
}

export const boardDocs: DocEntry = {
  name: 'board',
  title: 'Board',
  group: 'Grids',
  purpose: 'Things on their way through a few stages.',
  anatomy: ['Columns with a count', 'Cards', 'A menu on each card that moves it'],
  states: ['rest', 'dragged over'],
  keyboard: [
    ['Enter on the handle', 'opens the menu to move the card'],
    ['Arrows', 'choose up, down or another column'],
  ],
  speech: '“Herb spiral is now in Doing, position 2 of 2”.',
  does: ['Keep to five columns'],
  donts: ['Make dragging the only way'],
  examples: [{ title: 'Three columns', Example: Cards }],
};
