'use client';
import { getDatesGrid } from '@k12/contracts/teaching/assignment-dates';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { ExtendDialog } from '../dates/extend-dialog.tsx';

interface Props {
  courseId: string;
  students: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** First which work, then how much more time. */
export function ExtendAll({ courseId, students, onClose }: Props) {
  const t = useTranslations('teaching-roster');
  const { data } = useApi(getDatesGrid, { params: { id: courseId } });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isReady, setReady] = useState(false);
  const rows = (data?.rows ?? []).filter(({ state }) => state === 'published' || state === 'closed');
  if (isReady && data) {
    const assignments = rows
      .filter(({ assignment_id }) => chosen.has(assignment_id))
      .map(({ assignment_id, title }) => ({ id: assignment_id, title }));
    return (
      <ExtendDialog
        courseId={courseId}
        timeZone={data.time_zone}
        students={students}
        assignments={assignments}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('whichWork')}
      footer={
        <Button variant="primary" disabled={chosen.size === 0} onClick={() => setReady(true)}>
          {t('next')}
        </Button>
      }
    >
      <div className="grid gap-2">
        {rows.map(({ assignment_id, title }) => (
          <Checkbox
            key={assignment_id}
            label={<bdi>{title}</bdi>}
            checked={chosen.has(assignment_id)}
            onCheckedChange={(isOn) => {
              const next = new Set(chosen);
              if (isOn) next.add(assignment_id);
              else next.delete(assignment_id);
              setChosen(next);
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
