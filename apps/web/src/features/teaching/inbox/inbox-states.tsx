'use client';
import type { InboxCounts } from '@k12/contracts/teaching/inbox';
import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { inboxStates } from './inbox-view.ts';

/** How much is in each state; pressing one shows it. */
export function InboxStates({ counts }: { counts: InboxCounts | undefined }) {
  const t = useTranslations('teaching-inbox');
  const format = useFormatter();
  const { read, write } = useAddress();
  const current = read('state') || 'to_grade';
  return (
    <fieldset className="flex min-w-0 gap-2 max-tablet:-mx-4 max-tablet:overflow-x-auto max-tablet:px-4 tablet:flex-wrap">
      <legend className="hidden-visually">{t('states')}</legend>
      {[...inboxStates, 'all' as const].map((state) => {
        const isOn = current === state;
        return (
          <button
            key={state}
            type="button"
            aria-pressed={isOn}
            onClick={() => write({ state: state === 'to_grade' ? null : state })}
            className={clsx(
              'flex min-h-control shrink-0 items-center gap-2 whitespace-nowrap rounded-full border px-3 text-small font-medium',
              isOn
                ? 'border-board bg-board-tint text-board'
                : 'border-line-strong bg-raised text-ink-2 hover:border-line-control',
            )}
          >
            {t(`state.${state}`)}
            <span className="font-semibold tabular-nums">{counts ? format.number(counts[state]) : '·'}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
