'use client';
import { useBankEntry as countUse, listCommentBank } from '@k12/contracts/teaching/comment-bank';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';

interface Props {
  /** What was typed after the slash. */
  asked: string;
  courseId: string;
  onInsert: (phrase: string) => void;
}

const mostShown = 6;

/** One's phrases under the field: arrows choose, Enter takes (TCH-75). */
export function BankMenu({ asked, courseId, onInsert }: Props) {
  const t = useTranslations('teaching-grading');
  const { data } = useApi(listCommentBank, { query: { course_id: courseId } });
  const [at, setAt] = useState(0);
  const words = asked.trim().toLowerCase();
  const found = (data?.data ?? [])
    .filter(({ body, shortcut }) => `${shortcut ?? ''} ${body}`.toLowerCase().includes(words))
    .slice(0, mostShown);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (!chosen || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') insert(chosen);
      else setAt((now) => (now + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length);
    };
    window.addEventListener('keydown', take, true);
    return () => window.removeEventListener('keydown', take, true);
  });
  const insert = (entry: { id: string; body: string }) => {
    onInsert(entry.body);
    void callApi(countUse, { params: { id: entry.id } }).catch(() => undefined);
  };
  if (found.length === 0) return <p className="mt-1 text-small text-ink-3">{t('noPhrases')}</p>;
  return (
    <div
      role="listbox"
      aria-label={t('phrases')}
      className="absolute inset-x-0 top-full z-popover mt-1 rounded-card bg-raised p-1 shadow-float"
    >
      {found.map((entry) => (
        <button
          key={entry.id}
          type="button"
          role="option"
          aria-selected={entry.id === chosen?.id}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => insert(entry)}
          className="block w-full rounded-control px-2 py-1.5 text-start text-small aria-selected:bg-sunken"
        >
          <bdi>{entry.body}</bdi>
        </button>
      ))}
    </div>
  );
}
