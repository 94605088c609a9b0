'use client';
import { type CalendarFeed, createFeed, deleteFeed, listFeeds } from '@k12/contracts/planning/calendar';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

const refreshes = ['calendar_feeds.'];

interface Opened {
  id: string;
  address: string;
}

/** The secret addresses that calendar programs follow: made, made anew, and ended (PLN-123). */
export function FeedsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-calendar.feeds');
  const feeds = useApi(listFeeds, {}).data?.data;
  const [opened, setOpened] = useState<Opened | null>(null);
  const attempt = useAttempt();
  const open = useChange(createFeed, refreshes);
  const make = (course_id: string | null) =>
    attempt(async () => setOpened(await open({ body: { course_id } })));
  return (
    <Dialog open onOpenChange={(next) => !next && onClose()} title={t('title')} description={t('about')}>
      <div className="grid gap-4 pb-2">
        {feeds && feeds.length > 0 && (
          <ul className="divide-y divide-line rounded-card border border-line">
            {feeds.map((feed) => (
              <FeedRow
                key={feed.id}
                feed={feed}
                address={feed.id === opened?.id ? opened.address : null}
                onMakeAnew={() => void make(feed.course_id)}
              />
            ))}
          </ul>
        )}
        {feeds && <NewFeed feeds={feeds} onMake={(course) => void make(course)} />}
      </div>
    </Dialog>
  );
}

interface RowProps {
  feed: CalendarFeed;
  /** Told once, right after it was made. */
  address: string | null;
  onMakeAnew: () => void;
}

function FeedRow({ feed, address, onMakeAnew }: RowProps) {
  const t = useTranslations('planning-calendar.feeds');
  const dates = useDates();
  const attempt = useAttempt();
  const remove = useChange(deleteFeed, refreshes);
  const [asked, setAsked] = useState<'anew' | 'end' | null>(null);
  const name = feed.course_name ?? t('all');
  const used = feed.last_used_at ? t('used', { day: dates.ago(feed.last_used_at) }) : t('unused');
  const confirm = () => {
    if (asked === 'anew') onMakeAnew();
    else void attempt(() => remove({ params: { id: feed.id } }), { done: t('ended', { name }) });
    setAsked(null);
  };
  return (
    <li className="grid gap-3 p-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-40 flex-1">
          <bdi className="block font-medium [overflow-wrap:anywhere]">{name}</bdi>
          <span className="text-small text-ink-2">{used}</span>
        </div>
        {!asked && (
          <div className="flex gap-2">
            <Button size="small" aria-label={t('anewOf', { name })} onClick={() => setAsked('anew')}>
              {t('anew')}
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('endOf', { name })}
              onClick={() => setAsked('end')}
            >
              {t('end')}
            </Button>
          </div>
        )}
      </div>
      {asked && (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-body">
          <p className="min-w-40 flex-1 text-ink-2">{t('lost')}</p>
          <Button size="small" variant="danger" onClick={confirm}>
            {t(asked)}
          </Button>
          <Button size="small" onClick={() => setAsked(null)}>
            {t('keep')}
          </Button>
        </div>
      )}
      {address && <Address address={address} />}
    </li>
  );
}

function Address({ address }: { address: string }) {
  const t = useTranslations('planning-calendar.feeds');
  const attempt = useAttempt();
  const copy = () => attempt(() => navigator.clipboard.writeText(address), { done: t('copied') });
  return (
    <div className="grid gap-2">
      <TextField
        label={t('address')}
        hint={t('once')}
        dir="ltr"
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button size="small" className="w-fit" icon={<Copy aria-hidden />} onClick={() => void copy()}>
        {t('copy')}
      </Button>
    </div>
  );
}

interface NewProps {
  feeds: readonly CalendarFeed[];
  onMake: (courseId: string | null) => void;
}

/** Everything at once or one course; what has a feed already is not offered again. */
function NewFeed({ feeds, onMake }: NewProps) {
  const t = useTranslations('planning-calendar.feeds');
  const courses = useApi(listCourses, { query: { mine: 'true', limit: 100 } });
  const [chosen, setChosen] = useState('');
  const known = new Set(feeds.map(({ course_id }) => course_id ?? ''));
  const options = [
    { value: '', label: t('all') },
    ...(courses.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ].filter(({ value }) => !known.has(value));
  const value = options.some((option) => option.value === chosen) ? chosen : options[0]?.value;
  if (value === undefined) return null;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        className="min-w-48 flex-1"
        label={t('of')}
        value={value}
        onValueChange={setChosen}
        options={options}
      />
      <Button variant={feeds.length === 0 ? 'primary' : 'secondary'} onClick={() => onMake(value || null)}>
        {t('make')}
      </Button>
    </div>
  );
}
