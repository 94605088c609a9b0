'use client';
import type { Lock, StudentModule } from '@k12/contracts/teaching/module-progress';
import { Progress } from '@k12/ui/progress';
import clsx from 'clsx';
import { Check, Lock as LockIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { ItemIcon } from './item-icon.tsx';

type Item = StudentModule['items'][number];

interface Props {
  modules: readonly StudentModule[];
  /** The title of an open item, as a link or button where it leads somewhere. */
  renderTitle: (item: Item) => ReactNode;
  renderEnd?: (item: Item) => ReactNode;
}

/** Modules as a student sees them: what is done, what is open, and why the rest is closed (TCH-21). */
export function ModuleProgressList({ modules, renderTitle, renderEnd }: Props) {
  const t = useTranslations('teaching-modules');
  const whyLocked = useLockWords();
  const dates = useDates();
  return (
    <ol className="grid gap-4">
      {modules.map((module) => (
        <li key={module.id} className="rounded-card border border-line bg-raised p-4">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <h3 className="font-semibold text-large">
              <bdi>{module.title}</bdi>
            </h3>
            {module.required_count > 0 && (
              <span className="text-ink-3 text-small">
                {t('doneOf', { done: module.done_count, count: module.required_count })}
              </span>
            )}
          </div>
          {module.required_count > 0 && !module.lock && (
            <Progress
              hideLabel
              label={t('progressOf', { name: module.title })}
              value={module.done_count}
              max={module.required_count}
            />
          )}
          {module.lock && <LockLine words={whyLocked(module.lock)} />}
          {module.description && <p className="mt-2 max-w-prose text-ink-2">{module.description}</p>}
          <ol className="mt-2">
            {module.items.map((item) => (
              <li
                key={item.id}
                className={clsx(
                  'flex min-h-row items-center gap-2.5 border-line border-t py-1.5',
                  ['', 'ps-6', 'ps-12', 'ps-18'][item.indent],
                )}
              >
                {item.state === 'done' ? (
                  <Check role="img" aria-label={t('itemStates.done')} className="size-4 shrink-0 text-ok" />
                ) : (
                  <ItemIcon kind={item.kind} label={t(`kinds.${item.kind}`)} />
                )}
                <span className="min-w-0 flex-1">
                  {item.lock ? <bdi className="text-ink-2">{item.title}</bdi> : renderTitle(item)}
                  {item.lock && !module.lock && <LockLine words={whyLocked(item.lock)} />}
                  {item.due_at && (
                    <span className="block text-ink-3 text-small">
                      {t('due', { date: dates.instant(item.due_at) })}
                    </span>
                  )}
                </span>
                {!item.lock && renderEnd?.(item)}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function LockLine({ words }: { words: string }) {
  return (
    <span className="mt-1 flex items-center gap-1.5 text-ink-3 text-small">
      <LockIcon aria-hidden className="size-3.5 shrink-0" />
      {words}
    </span>
  );
}

function useLockWords() {
  const t = useTranslations('teaching-modules.locks');
  const joined = useJoined();
  const dates = useDates();
  return (lock: Lock) =>
    lock.kind === 'unlock_at'
      ? t('unlock_at', { date: lock.unlock_at ? dates.instant(lock.unlock_at) : '' })
      : t(lock.kind, { titles: joined(lock.first.map(({ title }) => title)) });
}
