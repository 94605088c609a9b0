// biome-ignore-all lint/a11y/useSemanticElements: only what is in sight of a large sheet exists as elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import clsx from 'clsx';
import { ListChecks, MessagesSquare, Plug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, cloneElement, Fragment, memo, type ReactElement, useState } from 'react';
import { type ColumnAction, columnActions, readingActions } from './column-actions.ts';
import { useColumnFacts } from './grade-field.tsx';
import { isTurnedAt, leastWidth, mostWidth } from './sheet-sizes.ts';
import type { SheetStore } from './sheet-store.ts';

interface Props {
  store: SheetStore;
  column: GradebookColumn;
  place: number;
  start: number;
  width: number;
  isFrozen: boolean;
  hidden: number;
  isActive: boolean;
  onAction: (column: GradebookColumn, action: ColumnAction) => void;
  onWidth: (key: string, width: number) => void;
  onMove: (id: string, before: string | null) => void;
}

const dragKind = 'application/x-homeroom-column';
const kindIcons = { quiz: ListChecks, discussion: MessagesSquare, lti: Plug } as const;

/** The head of a column: what it is, its menu, a handle for its width; it is dragged to its place (TCH-91). */
export const ColumnHead = memo(function ColumnHead(props: Props) {
  const { column, place, start, width, isActive, onWidth, onMove } = props;
  const [isOver, setOver] = useState(false);
  return (
    <div
      role="columnheader"
      aria-colindex={place + 4}
      className={clsx(
        'group absolute inset-y-0 border-e border-b border-line',
        isActive && 'bg-board-tint',
        isOver && 'shadow-[inset_2px_0_0_var(--color-board)] rtl:shadow-[inset_-2px_0_0_var(--color-board)]',
      )}
      style={{ insetInlineStart: start, width }}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragKind, column.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragKind)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const moved = event.dataTransfer.getData(dragKind);
        if (moved && moved !== column.id) onMove(moved, column.id);
      }}
    >
      <HeadMenu {...props} />
      <WidthHandle width={width} onWidth={(next) => onWidth(column.id, next)} />
    </div>
  );
});

/** The menu is made when it is first asked for: most heads only pass by. */
function HeadMenu(props: Props) {
  const { store, column, isFrozen, onAction } = props;
  const t = useTranslations('teaching-gradebook');
  const [isAsked, setAsked] = useState(false);
  const trigger = useHeadButton(props);
  if (!isAsked) {
    return cloneElement(trigger, {
      'aria-haspopup': 'menu',
      'aria-expanded': false,
      onClick: () => setAsked(true),
    });
  }
  const { edit } = store.book.can;
  return (
    <Menu trigger={trigger} startsOpen>
      {columnActions
        .filter((group) => edit || group.some((action) => readingActions.has(action)))
        .map((group, at) => (
          <Fragment key={group[0]}>
            {at > 0 && <MenuSeparator />}
            {group
              .filter((action) => edit || readingActions.has(action))
              .map((action) => (
                <MenuItem key={action} onPress={() => onAction(column, action)}>
                  {t(`actions.${action === 'freeze' && isFrozen ? 'unfreeze' : action}`)}
                </MenuItem>
              ))}
          </Fragment>
        ))}
    </Menu>
  );
}

function useHeadButton({ store, column, width, hidden }: Props): ReactElement<ComponentProps<'button'>> {
  const t = useTranslations('teaching-gradebook');
  const facts = useColumnFacts(store)(column);
  const isTurned = isTurnedAt(width);
  const Kind = kindIcons[column.kind as keyof typeof kindIcons];
  return (
    <button
      type="button"
      tabIndex={-1}
      title={column.title}
      className={clsx(
        'flex size-full overflow-hidden text-start text-mini text-ink-2 hover:bg-sunken',
        isTurned
          ? 'items-center justify-start gap-1 py-2 [writing-mode:vertical-rl] rotate-180'
          : 'flex-col items-start justify-end px-2.5 pb-2',
      )}
    >
      <span
        className={clsx(
          'font-semibold text-ink [overflow-wrap:anywhere]',
          isTurned ? 'truncate' : hidden > 0 ? 'line-clamp-1' : 'line-clamp-2',
        )}
      >
        {Kind && <Kind aria-hidden className="me-1 inline size-3 align-[-2px]" />}
        <bdi>{column.title}</bdi>
      </span>
      <span className={isTurned ? 'truncate' : 'line-clamp-1'}>
        {isTurned ? facts[0] : facts.join(' · ')}
      </span>
      {hidden > 0 && !isTurned && <span className="truncate">{t('hidden', { count: hidden })}</span>}
    </button>
  );
}

/** Shown under the pointer only; the menu of the column widens and narrows by keyboard. */
export function WidthHandle({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const start = (event: React.PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const sign = getComputedStyle(handle).direction === 'rtl' ? -1 : 1;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) =>
      onWidth(Math.round(Math.min(mostWidth, Math.max(leastWidth, width + sign * (moved.clientX - from)))));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  return (
    <span
      aria-hidden
      data-resize
      onPointerDown={start}
      className="absolute inset-y-0 -end-1 z-10 w-2 cursor-col-resize touch-none hover:bg-board"
    />
  );
}
