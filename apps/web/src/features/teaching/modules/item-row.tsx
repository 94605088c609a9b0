'use client';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { publishModuleItem, updateModuleItem } from '@k12/contracts/teaching/module-items';
import type { CourseModule, ModuleItem } from '@k12/contracts/teaching/module-records';
import { Checkbox } from '@k12/ui/checkbox';
import { Switch } from '@k12/ui/switch';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { DragHandle } from './drag-handle.tsx';
import { InlineTitle } from './inline-title.tsx';
import { ItemIcon } from './item-icon.tsx';
import { ItemMenu } from './item-menu.tsx';
import type { OutlineMoves } from './use-outline.ts';

interface Props {
  item: ModuleItem;
  modules: readonly CourseModule[];
  moves: OutlineMoves;
  canEdit: boolean;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

const indents = ['', 'ms-6', 'ms-12', 'ms-18'];

export function ItemRow({ item, modules, moves, canEdit, selected, onSelect }: Props) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const update = useChange(updateModuleItem, ['modules.']);
  const sortable = useSortable({ id: `item:${item.id}`, disabled: !canEdit });
  const rename = (title: string) =>
    void attempt(() => update({ params: { id: item.id }, body: { title, lock_version: item.lock_version } }));
  const isHeader = item.kind === 'header';
  return (
    <li
      ref={sortable.setNodeRef}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
      className={clsx(
        'flex min-h-row items-center gap-2 border-line border-t px-2 py-1 tablet:px-3',
        selected && 'bg-board-tint',
        sortable.isDragging && 'relative z-sticky bg-raised shadow-float',
      )}
    >
      {canEdit && (
        <>
          <DragHandle
            label={t('moveItem', { name: item.title })}
            sortable={sortable}
            onStep={(step) => moves.stepItem(item.id, step)}
            className="max-tablet:hidden"
          />
          <Checkbox
            hideLabel
            label={t('select', { name: item.title })}
            checked={selected}
            onCheckedChange={onSelect}
          />
        </>
      )}
      <span className={clsx('flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5', indents[item.indent])}>
        <ItemIcon kind={item.kind} label={t(`kinds.${item.kind}`)} />
        {canEdit ? (
          <InlineTitle
            label={t('titleOf', { name: item.title })}
            value={item.title}
            onSave={rename}
            className={clsx('max-tablet:basis-3/4', isHeader && 'font-semibold')}
          />
        ) : (
          <bdi className={clsx('min-w-0 flex-1', isHeader && 'font-semibold')}>{item.title}</bdi>
        )}
        <ItemFacts item={item} />
      </span>
      {canEdit && <PublishSwitch item={item} />}
      {canEdit && <ItemMenu item={item} modules={modules} moves={moves} />}
    </li>
  );
}

/** Due, planned, points and what completes it, as one quiet line. */
function ItemFacts({ item }: { item: ModuleItem }) {
  const t = useTranslations('teaching-modules');
  const dates = useDates();
  const facts = [
    item.due_at && t('due', { date: dates.moment(item.due_at) }),
    item.planned_on && dates.shortDay(item.planned_on),
    item.points_possible && t('points', { points: Number(item.points_possible) }),
    item.completion_rule !== 'none' &&
      t(`rules.${item.completion_rule}`, { count: Number(item.completion_minimum ?? 0) }),
    item.state === 'scheduled' && item.publish_at && t('appears', { date: dates.instant(item.publish_at) }),
    item.target_state === 'draft' && t('targetDraft'),
  ].filter(Boolean);
  if (facts.length === 0) return null;
  return <span className="text-ink-3 text-small">{facts.join(' · ')}</span>;
}

function PublishSwitch({ item }: { item: ModuleItem }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const publish = useChange(publishModuleItem, ['modules.']);
  const isPublished = item.state === 'published';
  return (
    <Switch
      hideLabel
      label={t('publishedItem', { name: item.title })}
      checked={isPublished}
      onCheckedChange={(published) =>
        void attempt(() => publish({ params: { id: item.id }, body: { published } }))
      }
    />
  );
}
