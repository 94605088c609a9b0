'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { AddTag } from '@k12/ui/tag';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useMayEdit } from '../editor/editor-context.tsx';
import { targetTypes, usePlanParts } from '../editor/plan-parts.tsx';
import { SectionFrame } from '../editor/sections/section-frame.tsx';
import { SortableList } from '../editor/sections/sortable-list.tsx';
import { SortableRow } from '../editor/sections/sortable-row.tsx';
import { AttachedRow } from './attached-row.tsx';
import { useAttachedOrder } from './use-attached-order.ts';
import { useAttachments } from './use-attachments.ts';

/** The files and links of the plan in their order; choosing is done beside, without covering it (PLN-130). */
export function ResourcesSection({ section }: { section: PackSection }) {
  const t = useTranslations('planning-resources.attach');
  const { kind, plan_id, openPart, setAttached } = usePlanParts();
  const mayEdit = useMayEdit(`/${section.key}`);
  const attached = useAttachments({ target_type: targetTypes[kind], target_id: plan_id });
  const order = useAttachedOrder(attached);
  const { shown } = order;
  const { length } = shown;
  useEffect(() => setAttached(length), [setAttached, length]);
  return (
    <SectionFrame section={section} aside={shown.length > 0 && t('count', { count: shown.length })}>
      <div data-path={`/${section.key}`} tabIndex={-1} className="outline-none">
        {shown.length > 0 && (
          <SortableList ids={shown.map(({ id }) => id)} onMoveTo={order.moveTo}>
            <ol className="mb-2 divide-y divide-line rounded-card border border-line bg-raised">
              {shown.map((attachment) => {
                const row = (
                  <AttachedRow
                    attachment={attachment}
                    mayEdit={mayEdit}
                    onChange={(changes) => void attached.change(attachment.id, changes)}
                    onRemove={() => void attached.remove(attachment)}
                  />
                );
                if (!mayEdit) return <li key={attachment.id}>{row}</li>;
                return (
                  <SortableRow
                    key={attachment.id}
                    id={attachment.id}
                    name={attachment.title ?? t('closedTitle')}
                    onMove={(step) => order.move(attachment.id, step)}
                    onRemove={() => void attached.remove(attachment)}
                  >
                    {row}
                  </SortableRow>
                );
              })}
            </ol>
          </SortableList>
        )}
        {mayEdit && (
          <AddTag icon={<Plus aria-hidden />} aria-keyshortcuts="Alt+R" onClick={() => openPart('resources')}>
            {t('add')}
          </AddTag>
        )}
        {!mayEdit && attached.reply.data && shown.length === 0 && <p className="text-ink-3">–</p>}
      </div>
    </SectionFrame>
  );
}
