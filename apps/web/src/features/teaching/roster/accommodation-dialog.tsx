'use client';
import {
  type Accommodation,
  createAccommodation,
  deleteAccommodation,
  updateAccommodation,
} from '@k12/contracts/teaching/accommodations';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  courseId: string;
  student: { id: string; name: string };
  known: Accommodation | undefined;
  onClose: () => void;
}

/** What a student gets in all work of the course by itself; no student and no guardian sees it (TCH-36). */
export function AccommodationDialog({ courseId, student, known, onClose }: Props) {
  const t = useTranslations('teaching-roster');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const refreshes = ['accommodations.', 'assignments.', 'gradebook.'];
  const create = useChange(createAccommodation, refreshes);
  const update = useChange(updateAccommodation, refreshes);
  const remove = useChange(deleteAccommodation, refreshes);
  const [days, setDays] = useState<number | null>(known?.extra_days ?? 0);
  const [penalty, setPenalty] = useState(known?.has_late_penalty ?? true);
  const [reduced, setReduced] = useState(known?.reduced_work ?? '');
  const body = { extra_days: days ?? 0, has_late_penalty: penalty, reduced_work: reduced };
  const save = async () => {
    const isDone = await attempt(() =>
      known
        ? update({ params: { id: known.id }, body: { ...body, lock_version: known.lock_version } })
        : create({ params: { id: courseId }, body: { ...body, student_id: student.id } }),
    );
    if (isDone) onClose();
  };
  const end = async () => {
    if (known && (await attempt(() => remove({ params: { id: known.id } })))) onClose();
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={<bdi>{student.name}</bdi>}
      description={t('accommodationLead')}
      footer={
        <>
          {known && (
            <Button variant="quiet" className="me-auto" onClick={() => void end()}>
              {t('end')}
            </Button>
          )}
          <Button variant="primary" onClick={() => void save()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="max-w-40">
          <NumberField label={t('daysLabel')} min={0} max={60} value={days} onValueChange={setDays} />
        </div>
        <Checkbox label={t('noPenalty')} checked={!penalty} onCheckedChange={(isOn) => setPenalty(!isOn)} />
        <TextArea
          label={t('reduced')}
          maxLength={500}
          value={reduced}
          onChange={(event) => setReduced(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
