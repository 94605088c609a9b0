'use client';
import { Dialog } from '@k12/ui/dialog';
import { Kbd } from '@k12/ui/kbd';
import { useTranslations } from 'next-intl';
import { Mark } from './cell-marks.tsx';
import { cellMarks } from './cell-status.ts';

const keys = [
  ['move', '← ↑ → ↓'],
  ['next', 'Tab'],
  ['down', 'Enter'],
  ['up', '⇧ Enter'],
  ['ends', 'Home End'],
  ['jump', 'Ctrl ← ↑ → ↓'],
  ['type', '0–9 A–Z'],
  ['edit', 'F2'],
  ['cancel', 'Esc'],
  ['clear', 'Delete'],
  ['range', '⇧ ← ↑ → ↓'],
  ['copy', 'Ctrl C'],
  ['paste', 'Ctrl V'],
  ['fillDown', 'Ctrl D'],
  ['undo', 'Ctrl Z'],
  ['redo', 'Ctrl Y'],
  ['details', 'Space'],
  ['grade', 'Ctrl Enter'],
  ['list', '?'],
] as const;

const entries = ['17', '17.5', '85%', 'B+', '17/20', '✓', 'EX', 'M', 'L', 'INC'] as const;

/** All keys, and what may be typed (TCH-94, TCH-95). */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('keys.title')}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 text-body">
        {keys.map(([key, shown]) => (
          <div key={key} className="contents">
            <dt>{t(`keys.${key}`)}</dt>
            <dd className="text-end">
              <Kbd>{shown}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-4 text-small font-semibold">{t('marksTitle')}</h3>
      <ul className="mt-1 grid gap-x-6 gap-y-1 text-small tablet:grid-cols-2">
        {cellMarks.map((mark) => (
          <li key={mark} className="flex items-center gap-2">
            <span className="flex w-4 justify-center">
              <Mark mark={mark} />
            </span>
            {t(`marks.${mark}`)}
          </li>
        ))}
      </ul>
      <p className="mt-4 text-small text-ink-2">{t('keys.entries')}</p>
      <p className="mt-1 flex flex-wrap gap-2 text-body tabular-nums" dir="ltr">
        {entries.map((entry) => (
          <Kbd key={entry}>{entry}</Kbd>
        ))}
      </p>
    </Dialog>
  );
}
