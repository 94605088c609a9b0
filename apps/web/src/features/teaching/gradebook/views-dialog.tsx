'use client';
import {
  createGradebookView,
  deleteGradebookView,
  type GradebookView,
  updateGradebookView,
} from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { TextField } from '@k12/ui/text-field';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import type { DialogProps } from './sheet-dialogs.tsx';

/** Keeps what is filtered and sorted now under a name, and tidies what was kept (TCH-104). */
export function ViewsDialog({ store, view, views, onViews, onClose }: DialogProps) {
  const t = useTranslations('teaching-gradebook');
  const attempt = useAttempt();
  const create = useChange(createGradebookView);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    const body = { name: name.trim(), filters: view, is_shared: isShared };
    const isDone = await attempt(
      async () => {
        const made = await create({ params: { id: store.book.course.id }, body });
        onViews([...views, made]);
      },
      { done: t('viewKept') },
    );
    if (isDone) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('savedViews')}>
      <form className="grid gap-3" onSubmit={(event) => void save(event)}>
        <TextField
          label={t('viewName')}
          hint={t('viewHint')}
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox
          label={t('shareView')}
          checked={isShared}
          onCheckedChange={(next) => setShared(next === true)}
        />
        <div>
          <Button type="submit" variant="primary" disabled={!name.trim()}>
            {t('saveView')}
          </Button>
        </div>
      </form>
      <ul className="mt-5 grid gap-2" aria-label={t('savedViews')}>
        {views.map((one) => (
          <ViewLine key={one.id} view={one} views={views} onViews={onViews} />
        ))}
      </ul>
    </Dialog>
  );
}

function ViewLine({
  view,
  views,
  onViews,
}: Pick<DialogProps, 'views' | 'onViews'> & { view: GradebookView }) {
  const t = useTranslations('teaching-gradebook');
  const attempt = useAttempt();
  const update = useChange(updateGradebookView);
  const remove = useChange(deleteGradebookView);
  const { id, name, owner, is_shared, lock_version, can } = view;
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
      <span>
        <bdi className="font-medium">{name}</bdi>{' '}
        <span className="text-small text-ink-2" data-private>
          {is_shared ? t('sharedBy', { name: owner.name }) : t('onlyMine')}
        </span>
      </span>
      {can.update && (
        <span className="flex items-center gap-1">
          <Button
            size="small"
            onClick={() =>
              void attempt(async () => {
                const body = { is_shared: !is_shared, lock_version };
                const changed = await update({ params: { id }, body });
                onViews(views.map((one) => (one.id === id ? changed : one)));
              })
            }
          >
            {t(is_shared ? 'unshare' : 'share')}
          </Button>
          <IconButton
            size="small"
            variant="quiet"
            label={t('forgetView', { name })}
            icon={<Trash2 aria-hidden />}
            onClick={() =>
              void attempt(async () => {
                await remove({ params: { id } });
                onViews(views.filter((one) => one.id !== id));
              })
            }
          />
        </span>
      )}
    </li>
  );
}
