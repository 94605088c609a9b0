'use client';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

interface Props {
  modules: readonly CourseModule[];
  /** Where it is now; without it the end of a module is chosen only. */
  itemId?: string;
  count: number;
  onMove: (moduleId: string, place: number) => void;
  onClose: () => void;
}

/** The third way to put something elsewhere, for those who do not drag (TCH-18). */
export function MoveDialog({ modules, itemId, count, onMove, onClose }: Props) {
  const t = useTranslations('teaching-modules');
  const here = modules.find(({ items }) => items.some(({ id }) => id === itemId));
  const [moduleId, setModule] = useState(here?.id ?? modules[0]?.id ?? '');
  const others = modules.find(({ id }) => id === moduleId)?.items.filter(({ id }) => id !== itemId) ?? [];
  const [place, setPlace] = useState('end');
  const at = place === 'end' ? others.length : Number(place);
  return (
    <Dialog
      open
      size="small"
      title={t('move.title', { count })}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onClick={() => onMove(moduleId, at)}>
            {t('move.here')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <SelectField
          label={t('move.module')}
          value={moduleId}
          onValueChange={(value) => {
            setModule(value);
            setPlace('end');
          }}
          options={modules.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {itemId && (
          <SelectField
            label={t('move.place')}
            value={place}
            onValueChange={setPlace}
            options={[
              ...others.map(({ title }, index) => ({
                value: `${index}`,
                label: t('move.before', { title }),
              })),
              { value: 'end', label: t('move.end') },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
