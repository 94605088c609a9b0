'use client';
import type { PackField, PackSection } from '@k12/contracts/planning/packs';
import { IconButton } from '@k12/ui/icon-button';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { useContentValue, useEditor, useMayEdit } from '../editor-context.tsx';
import { AddItem } from './add-item.tsx';
import { FieldControl } from './field-control.tsx';
import { PlannedTime } from './planned-time.tsx';
import { type ListItem, useItemActions } from './row-keys.ts';
import { SectionFrame } from './section-frame.tsx';
import { SortableList } from './sortable-list.tsx';
import { SortableRow } from './sortable-row.tsx';

/** Entries with the same few fields each; those with minutes are the timed rows of a lesson. */
export function GroupSection({ section }: { section: PackSection }) {
  const t = useTranslations('planning-editor');
  const path = `/${section.key}`;
  const words = usePackWords();
  const items = (useContentValue(path) as ListItem[] | undefined) ?? [];
  const mayEdit = useMayEdit(path);
  const { moveTo, add } = useItemActions(path);
  const fields = section.fields ?? [];
  const isTimed = fields.some(({ key, kind }) => key === 'minutes' && kind === 'number');
  const isFull = items.length >= (section.max ?? 200);
  const addAfter = (after: string | null) => add({ id: crypto.randomUUID() }, after, firstText(fields));
  return (
    <SectionFrame section={section} aside={isTimed && <PlannedTime path={path} />}>
      <SortableList ids={items.map(({ id }) => id)} onMoveTo={moveTo}>
        <ol
          aria-label={words(section.label)}
          className="divide-y divide-line border-line border-y empty:border-0"
        >
          {items.map(({ id }, at) => (
            <GroupRow key={id} section={section} id={id} number={at + 1} mayEdit={mayEdit} onAdd={addAfter} />
          ))}
        </ol>
      </SortableList>
      {mayEdit && !isFull && (
        <AddItem
          path={path}
          label={t('addTo', { section: words(section.label) })}
          hint={items.length === 0 ? words(section.help) : ''}
          icon={<Plus aria-hidden />}
          onPress={() => addAfter(items.at(-1)?.id ?? null)}
        />
      )}
      {!mayEdit && items.length === 0 && <p className="text-ink-3">–</p>}
    </SectionFrame>
  );
}

function firstText(fields: readonly PackField[]): string {
  return fields.find(({ kind }) => kind === 'text')?.key ?? fields[0]?.key ?? '';
}

interface RowProps {
  section: PackSection;
  id: string;
  number: number;
  mayEdit: boolean;
  onAdd: (after: string) => void;
}

const GroupRow = memo(function GroupRow({ section, id, number, mayEdit, onAdd }: RowProps) {
  const t = useTranslations('planning-editor');
  const words = usePackWords();
  const path = `/${section.key}`;
  const { move, remove } = useItemActions(path);
  const { document } = useEditor();
  const fields = section.fields ?? [];
  const [lead, ...others] = orderedFields(fields);
  const name = () =>
    String(document.value(`${path}/${id}/${firstText(fields)}`) ?? '') ||
    t('itemOf', { name: words(section.label), number });
  const control = (field: PackField, look?: 'strong') => (
    <FieldControl
      field={field}
      path={`${path}/${id}/${field.key}`}
      label={t('fieldOf', { field: words(field.label), number })}
      placeholder={words(field.label)}
      look={look}
    />
  );
  const minutes = others.find(({ key }) => key === 'minutes');
  const body = (
    <div className="group/entry grid gap-0.5 py-2.5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">{lead && control(lead, 'strong')}</div>
        {minutes && <div className="w-24 shrink-0">{control(minutes)}</div>}
        {mayEdit && (
          <IconButton
            size="small"
            variant="quiet"
            label={t('removeItem', { name: t('itemOf', { name: words(section.label), number }) })}
            icon={<X aria-hidden />}
            onClick={() => remove(id, firstText(fields))}
            className="opacity-0 focus-visible:opacity-100 group-focus-within/entry:opacity-100 group-hover/entry:opacity-100 pointer-coarse:opacity-100"
          />
        )}
      </div>
      {others
        .filter((field) => field !== minutes)
        .map((field) => (
          <div key={field.key} className="min-w-0">
            {field.kind !== 'text' && field.kind !== 'rich_text' && (
              <p aria-hidden className="mt-1.5 mb-1 text-small text-ink-3">
                {words(field.label)}
              </p>
            )}
            {control(field)}
          </div>
        ))}
    </div>
  );
  if (!mayEdit) return <li>{body}</li>;
  return (
    <SortableRow
      id={id}
      name={name()}
      onMove={(step) => move(id, step)}
      onRemove={() => remove(id, firstText(fields))}
      onAdd={() => onAdd(id)}
    >
      {body}
    </SortableRow>
  );
});

/** The text that names an entry comes first. */
function orderedFields(fields: readonly PackField[]): PackField[] {
  const first = firstText(fields);
  return [...fields].sort((a, b) => Number(b.key === first) - Number(a.key === first));
}
