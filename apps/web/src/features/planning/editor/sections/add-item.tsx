'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

interface Props {
  /** What belongs here; shown while nothing is. */
  hint: string;
  icon: ReactNode;
  label?: string;
  /** The list it adds to, so that an empty one can take the cursor. */
  path?: string;
  onPress: () => void;
}

/** The quiet line where the next item begins. */
export function AddItem({ hint, icon, label, path, onPress }: Props) {
  const t = useTranslations('planning-editor');
  return (
    <button
      type="button"
      data-path={path}
      onClick={onPress}
      className="-mx-2 flex w-[calc(100%+1rem)] items-start gap-2 rounded-control px-2 py-1.5 text-start text-body text-ink-3 hover:bg-canvas hover:text-ink [&_svg]:mt-0.5"
    >
      {icon}
      <span className="min-w-0">
        <span className="font-medium">{label ?? t('add')}</span>
        {hint && <span className="block text-small">{hint}</span>}
      </span>
    </button>
  );
}
