import type { ReactNode } from 'react';

export type BoardCard = { key: string; name: string; content: ReactNode };
export type BoardColumn = { key: string; title: string; note?: ReactNode; cards: readonly BoardCard[] };

export type BoardMove = { card: string; column: string; position: number };

export type Place = { column: BoardColumn; position: number; card: BoardCard };

export function placeOf(columns: readonly BoardColumn[], key: string): Place | undefined {
  for (const column of columns) {
    const position = column.cards.findIndex((card) => card.key === key);
    const card = column.cards[position];
    if (card) return { column, position, card };
  }
  return undefined;
}
