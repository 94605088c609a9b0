'use client';
import type { StandardAlignment } from '@k12/contracts/planning/alignments';
import { deleteAlignment } from '@k12/contracts/planning/alignments';
import type { PackSection } from '@k12/contracts/planning/packs';
import { AddTag, Tag } from '@k12/ui/tag';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useMayEdit } from '../editor-context.tsx';
import { usePlanParts } from '../plan-parts.tsx';
import { SectionFrame } from './section-frame.tsx';

/** The standards this plan works on, code first; choosing is done beside, without covering the plan. */
export function StandardsSection({ section }: { section: PackSection }) {
  const t = useTranslations('planning-editor');
  const { alignments, openPart } = usePlanParts();
  const mayEdit = useMayEdit(`/${section.key}`);
  return (
    <SectionFrame
      section={section}
      aside={alignments.length > 0 && t('aligned', { count: alignments.length })}
    >
      <div data-path={`/${section.key}`} tabIndex={-1} className="flex flex-wrap gap-2 outline-none">
        {alignments.map((alignment) => (
          <AlignedTag key={alignment.id} alignment={alignment} mayEdit={mayEdit} />
        ))}
        {mayEdit && (
          <AddTag icon={<Plus aria-hidden />} aria-keyshortcuts="Alt+A" onClick={() => openPart('standards')}>
            {t('align')}
          </AddTag>
        )}
        {!mayEdit && alignments.length === 0 && <p className="text-ink-3">–</p>}
      </div>
    </SectionFrame>
  );
}

function AlignedTag({ alignment, mayEdit }: { alignment: StandardAlignment; mayEdit: boolean }) {
  const attempt = useAttempt();
  const remove = useChange(deleteAlignment, ['standard_alignments.', 'unit_plans.alignments']);
  const { code, statement, short_statement } = alignment.standard;
  const takeAway = () => void attempt(() => remove({ params: { id: alignment.id } }));
  return (
    <Tag
      code={code}
      label={short_statement ?? shortened(statement)}
      title={statement}
      onRemove={mayEdit && alignment.can.delete ? takeAway : undefined}
    />
  );
}

function shortened(statement: string): string {
  return statement.length > 48 ? `${statement.slice(0, 46).trimEnd()}…` : statement;
}
