'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { useContentValue, useMayEdit } from '../editor-context.tsx';
import { AddItem } from './add-item.tsx';
import { PlainText } from './plain-text.tsx';
import { type ListItem, useItemActions } from './row-keys.ts';
import { SectionFrame } from './section-frame.tsx';
import { SortableList } from './sortable-list.tsx';
import { SortableRow } from './sortable-row.tsx';

/** Sentences in an order. Enter begins the next one, Backspace in an empty one takes it out. */
export function ListSection({ section }: { section: PackSection }) {
  const path = `/${section.key}`;
  const words = usePackWords();
  const items = (useContentValue(path) as ListItem[] | undefined) ?? [];
  const mayEdit = useMayEdit(path);
  const { moveTo, add } = useItemActions(path);
  const isFull = items.length >= (section.max ?? 200);
  return (
    <SectionFrame section={section}>
      <SortableList ids={items.map(({ id }) => id)} onMoveTo={moveTo}>
        <ol className="grid">
          {items.map(({ id }, at) => (
            <ListRow
              key={id}
              path={path}
              id={id}
              number={at + 1}
              name={words(section.label)}
              mayEdit={mayEdit}
            />
          ))}
        </ol>
      </SortableList>
      {mayEdit && !isFull && (
        <AddItem
          path={path}
          hint={items.length === 0 ? words(section.help) : ''}
          icon={<Plus aria-hidden />}
          onPress={() => add({ id: crypto.randomUUID(), text: '' }, items.at(-1)?.id ?? null, 'text')}
        />
      )}
      {!mayEdit && items.length === 0 && <p className="text-ink-3">–</p>}
    </SectionFrame>
  );
}

interface RowProps {
  path: string;
  id: string;
  number: number;
  name: string;
  mayEdit: boolean;
}

const ListRow = memo(function ListRow({ path, id, number, name, mayEdit }: RowProps) {
  const t = useTranslations('planning-editor');
  const { move, add, remove } = useItemActions(path);
  const label = t('itemOf', { name, number });
  const text = (
    <div className="flex gap-2">
      <span aria-hidden className="min-w-5 py-0.5 text-large text-ink-2 tabular-nums">
        {number}.
      </span>
      <div className="min-w-0 flex-1">
        <PlainText
          path={`${path}/${id}/text`}
          label={label}
          onKeyDown={(event, value) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              add({ id: crypto.randomUUID(), text: '' }, id, 'text');
            } else if (event.key === 'Backspace' && value === '') {
              event.preventDefault();
              remove(id, 'text');
            }
          }}
        />
      </div>
    </div>
  );
  if (!mayEdit) return <li>{text}</li>;
  return (
    <SortableRow id={id} name={label} onMove={(step) => move(id, step)} onRemove={() => remove(id, 'text')}>
      {text}
    </SortableRow>
  );
});
