'use client';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '../menu.tsx';
import { useUiText } from '../ui-text.tsx';
import type { BoardColumn, BoardMove, Place } from './move.tsx';

export type CardMenuProps = {
  place: Place;
  columns: readonly BoardColumn[];
  onMove: (move: BoardMove) => void;
};

/** Everything dragging can do, by menu (UXP-82). */
export function CardMenu({ place, columns, onMove }: CardMenuProps) {
  const text = useUiText();
  const { card, column, position } = place;
  const to = (key: string, at: number) => onMove({ card: card.key, column: key, position: at });
  return (
    <Menu
      align="end"
      trigger={<IconButton size="small" label={text.moveTo(card.name)} icon={<GripVertical aria-hidden />} />}
    >
      <MenuItem
        icon={<ArrowUp aria-hidden />}
        disabled={position === 0}
        onPress={() => to(column.key, position - 1)}
      >
        {text.moveUp}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown aria-hidden />}
        disabled={position === column.cards.length - 1}
        onPress={() => to(column.key, position + 1)}
      >
        {text.moveDown}
      </MenuItem>
      <MenuSeparator />
      <MenuGroup label={text.moveTo(card.name)}>
        {columns
          .filter(({ key }) => key !== column.key)
          .map(({ key, title, cards }) => (
            <MenuItem key={key} onPress={() => to(key, cards.length)}>
              {title}
            </MenuItem>
          ))}
      </MenuGroup>
    </Menu>
  );
}
