'use client';
import type { Standard } from '@k12/contracts/planning/standards';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StandardTree } from './standard-tree.tsx';
import { useStandardMove } from './use-standard-move.ts';

/** Puts a standard, and all that is below it, below another one, by tree and without dragging (PLN-83). */
export function MoveStandard({ standard, onClose }: { standard: Standard; onClose: () => void }) {
  const t = useTranslations('planning-standards.edit');
  const tc = useTranslations('common');
  const move = useStandardMove();
  const [parentId, setParentId] = useState<string | null>(standard.parent_id);
  const [sending, setSending] = useState(false);
  const name = standard.code || standard.statement;
  const save = async (parent_id: string | null) => {
    setSending(true);
    const from = { parent_id: standard.parent_id, position: standard.position };
    const isMoved = await move(standard, from, { parent_id });
    setSending(false);
    if (isMoved) onClose();
  };
  return (
    <Dialog
      open
      title={t('moveTitle', { name })}
      description={t('moveWhere')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          {standard.parent_id !== null && (
            <Button disabled={sending} onClick={() => void save(null)}>
              {t('toTop')}
            </Button>
          )}
          <Button
            variant="primary"
            loading={sending}
            disabled={parentId === standard.parent_id || parentId === standard.id}
            onClick={() => void save(parentId)}
          >
            {t('putBelow')}
          </Button>
        </>
      }
    >
      <div className="max-h-96 overflow-auto pb-2">
        <StandardTree frameworkId={standard.framework_id} chosen={parentId ?? ''} onChoose={setParentId} />
      </div>
    </Dialog>
  );
}
