'use client';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { ModuleCard } from './module-card.tsx';
import { OutlineDnd } from './outline-dnd.tsx';
import type { OutlineMoves } from './use-outline.ts';

interface Props {
  modules: readonly CourseModule[];
  moves: OutlineMoves;
  closed: ReadonlySet<string>;
  onToggle: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (id: string, on: boolean) => void;
}

/** The modules of a course, each open or closed, to be dragged into order. */
export function OutlineList({ modules, moves, closed, onToggle, selected, onSelect }: Props) {
  return (
    <OutlineDnd modules={modules} moves={moves}>
      <ol className="grid gap-3">
        {modules.map((module) => (
          <ModuleCard
            key={module.id}
            module={module}
            modules={modules}
            moves={moves}
            isOpen={!closed.has(module.id)}
            onToggle={() => onToggle(module.id)}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </OutlineDnd>
  );
}
