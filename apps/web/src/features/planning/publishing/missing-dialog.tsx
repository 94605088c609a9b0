'use client';
import type { PlanPreview } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { usePackWords } from '../pack-words.ts';

/** Each missing section, and the way there. */
export function MissingDialog({
  warnings,
  onClose,
}: {
  warnings: PlanPreview['warnings'];
  onClose: () => void;
}) {
  const t = useTranslations('planning-editor');
  const words = usePackWords();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('missingTitle')}
      description={t('missingText')}
      footer={<Button onClick={onClose}>{t('goOn')}</Button>}
    >
      <ul className="grid gap-1 pb-2">
        {warnings.map(({ code, path, label }) => (
          <li key={`${code}${path}`}>
            <a
              href={path ? `#section-${path.split('/')[1]}` : '#main'}
              onClick={onClose}
              className="text-board underline underline-offset-3"
            >
              {words(label) || t(`warnings.${code}`)}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
