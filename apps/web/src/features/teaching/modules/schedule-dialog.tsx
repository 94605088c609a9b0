'use client';
import { instantOf } from '@k12/grading/local-time';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { Dialog } from '@k12/ui/dialog';
import { TimeField } from '@k12/ui/time-field';
import { useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';

interface Props {
  title: string;
  onChoose: (publish_at: string) => void;
  onClose: () => void;
}

/** A day and a time at which something appears; until then nobody sees it (TCH-20). */
export function ScheduleDialog({ title, onChoose, onClose }: Props) {
  const t = useTranslations('teaching-modules');
  const zone = useTimeZone() ?? 'UTC';
  const form = useId();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('08:00');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day && time) onChoose(new Date(instantOf(zone, day, time)).toISOString());
  };
  return (
    <Dialog
      open
      size="small"
      title={title}
      description={t('schedule.text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={!day || !time}>
            {t('schedule.choose')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid grid-cols-2 gap-3">
        <DateField label={t('schedule.day')} required value={day} onValueChange={setDay} />
        <TimeField label={t('schedule.time')} required value={time} onValueChange={setTime} />
      </form>
    </Dialog>
  );
}
