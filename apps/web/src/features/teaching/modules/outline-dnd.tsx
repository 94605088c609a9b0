'use client';
import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import type { OutlineMoves } from './use-outline.ts';

interface Props {
  modules: readonly CourseModule[];
  moves: OutlineMoves;
  children: ReactNode;
}

/** Modules are dropped among modules; items among items, or on the foot of a module for its end. */
const sameKind: CollisionDetection = (given) => {
  const isModule = String(given.active.id).startsWith('module:');
  const droppableContainers = given.droppableContainers.filter(
    ({ id }) => String(id).startsWith('module:') === isModule,
  );
  return closestCenter({ ...given, droppableContainers });
};

/** Dragging by pointer, or by keyboard: space picks up, arrows move, space drops, Escape gives up (TCH-18). */
export function OutlineDnd({ modules, moves, children }: Props) {
  const id = useId();
  const t = useTranslations('teaching-modules.drag');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const name = (key: UniqueIdentifier) => nameOf(modules, String(key));
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('start', { name: name(active.id) }),
    onDragOver: ({ active, over }) =>
      over ? t('over', { name: name(active.id), place: name(over.id) }) : undefined,
    onDragEnd: ({ active }) => t('end', { name: name(active.id) }),
    onDragCancel: ({ active }) => t('cancel', { name: name(active.id) }),
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const [kind, moved = ''] = String(active.id).split(':');
    const [overKind, goal = ''] = String(over.id).split(':');
    if (kind === 'module') {
      moves.moveModule(
        moved,
        modules.findIndex((module) => module.id === goal),
      );
    } else if (overKind === 'end') {
      const module = modules.find((one) => one.id === goal);
      if (module) moves.moveItem(moved, goal, module.items.filter((item) => item.id !== moved).length);
    } else {
      const module = modules.find(({ items }) => items.some((item) => item.id === goal));
      if (module)
        moves.moveItem(
          moved,
          module.id,
          module.items.findIndex((item) => item.id === goal),
        );
    }
  };
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={sameKind}
      onDragEnd={onDragEnd}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('how') } }}
    >
      <SortableContext
        items={modules.map((module) => `module:${module.id}`)}
        strategy={verticalListSortingStrategy}
      >
        {children}
      </SortableContext>
    </DndContext>
  );
}

function nameOf(modules: readonly CourseModule[], key: string): string {
  const [, id] = key.split(':');
  const module = modules.find((one) => one.id === id);
  if (module) return module.title;
  return modules.flatMap(({ items }) => items).find((item) => item.id === id)?.title ?? '';
}
