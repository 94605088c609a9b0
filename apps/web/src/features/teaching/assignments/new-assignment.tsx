'use client';
import { createAssignment } from '@k12/contracts/teaching/assignments';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';

/** The title is enough; everything else is written on the page of the assignment. */
export function NewAssignment({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useTranslations('teaching-assignments');
  const common = useTranslations('common');
  const router = useRouter();
  const attempt = useAttempt();
  const create = useChange(createAssignment);
  const form = useId();
  const [title, setTitle] = useState('');
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    setBusy(true);
    await attempt(async () => {
      const made = await create({ params: { id: courseId }, body: { title } });
      router.push(paths.courseAssignment(courseId, made.id));
    });
    setBusy(false);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('new')}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" loading={isBusy}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send}>
        <TextField
          label={t('name')}
          value={title}
          maxLength={200}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
