'use client';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { updateModule } from '@k12/contracts/teaching/modules';
import { StatusBadge } from '@k12/ui/status-badge';
import clsx from 'clsx';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { AddItem } from './add-item.tsx';
import { DragHandle } from './drag-handle.tsx';
import { InlineTitle } from './inline-title.tsx';
import { ItemRow } from './item-row.tsx';
import { ModuleMenu } from './module-menu.tsx';
import { UnitChangesNote } from './unit-changes.tsx';
import type { OutlineMoves } from './use-outline.ts';

interface Props {
  module: CourseModule;
  modules: readonly CourseModule[];
  moves: OutlineMoves;
  isOpen: boolean;
  onToggle: () => void;
  selected: ReadonlySet<string>;
  onSelect: (id: string, selected: boolean) => void;
}

export function ModuleCard({ module, modules, moves, isOpen, onToggle, selected, onSelect }: Props) {
  const t = useTranslations('teaching-modules');
  const list = useId();
  const canEdit = module.can.update;
  const at = modules.findIndex(({ id }) => id === module.id);
  const sortable = useSortable({ id: `module:${module.id}`, disabled: !canEdit });
  return (
    <li
      ref={sortable.setNodeRef}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
      className={clsx(
        'rounded-card border border-line bg-raised',
        sortable.isDragging && 'relative z-sticky shadow-float',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 px-2 py-2 tablet:px-3">
        {canEdit && (
          <DragHandle
            label={t('moveModule', { name: module.title })}
            sortable={sortable}
            onStep={(step) => moves.moveModule(module.id, at + step)}
            className="max-tablet:hidden"
          />
        )}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-label={t(isOpen ? 'fold' : 'unfold', { name: module.title })}
          onClick={onToggle}
          className="flex size-7 items-center justify-center rounded-small text-ink-2 hover:bg-sunken pointer-coarse:size-11"
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden className="rtl:rotate-180" />}
        </button>
        <ModuleHead module={module} />
        {canEdit && <ModuleMenu module={module} modules={modules} moves={moves} />}
      </div>
      <div id={list} hidden={!isOpen}>
        {isOpen && (
          <>
            {canEdit && module.has_unit_changes && <UnitChangesNote module={module} />}
            <SortableContext
              items={module.items.map(({ id }) => `item:${id}`)}
              strategy={verticalListSortingStrategy}
            >
              <ol>
                {module.items.map((item) => (
                  <ItemRow
                    key={item.id}
                    item={item}
                    modules={modules}
                    moves={moves}
                    canEdit={canEdit}
                    selected={selected.has(item.id)}
                    onSelect={(chosen) => onSelect(item.id, chosen)}
                  />
                ))}
              </ol>
            </SortableContext>
            <ModuleEnd moduleId={module.id}>
              {canEdit ? (
                <AddItem module={module} />
              ) : (
                module.items.length === 0 && <p className="px-4 py-3 text-ink-3">{t('nothingInside')}</p>
              )}
            </ModuleEnd>
          </>
        )}
      </div>
    </li>
  );
}

/** Where what is dropped goes to the end of the module; the only place in an empty one. */
function ModuleEnd({ moduleId, children }: { moduleId: string; children: React.ReactNode }) {
  const { setNodeRef, isOver } = useDroppable({ id: `end:${moduleId}` });
  return (
    <div ref={setNodeRef} className={clsx('border-line border-t', isOver && 'bg-board-tint')}>
      {children}
    </div>
  );
}

function ModuleHead({ module }: { module: CourseModule }) {
  const t = useTranslations('teaching-modules');
  const dates = useDates();
  const attempt = useAttempt();
  const update = useChange(updateModule, ['modules.']);
  const { title, state, lock_version, items } = module;
  const rename = (wanted: string) =>
    void attempt(() => update({ params: { id: module.id }, body: { title: wanted, lock_version } }));
  const facts = [
    t('itemsCount', { count: items.length }),
    module.starts_on &&
      module.ends_on &&
      t('span', { from: dates.shortDay(module.starts_on), to: dates.shortDay(module.ends_on) }),
    module.unlock_at && t('opens', { date: dates.instant(module.unlock_at) }),
    module.prerequisite_ids.length > 0 && t('waitsFor', { count: module.prerequisite_ids.length }),
    module.is_sequential && t('oneByOne'),
    module.section_ids.length > 0 && t('forSections', { count: module.section_ids.length }),
  ].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
      <h2 className="flex min-w-40 flex-1 text-large font-semibold">
        {module.can.update ? (
          <InlineTitle label={t('titleOf', { name: title })} value={title} onSave={rename} />
        ) : (
          <bdi>{title}</bdi>
        )}
      </h2>
      <span className="text-ink-3 text-small">{facts.join(' · ')}</span>
      <StatusBadge status={state === 'scheduled' ? 'planned' : state}>
        {state === 'scheduled' && module.publish_at
          ? t('appears', { date: dates.instant(module.publish_at) })
          : t(`states.${state}`)}
      </StatusBadge>
    </div>
  );
}
