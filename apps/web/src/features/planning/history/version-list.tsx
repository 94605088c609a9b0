'use client';
import type { PlanVersion } from '@k12/contracts/planning/versions';
import { Badge } from '@k12/ui/badge';
import { StatusBadge } from '@k12/ui/status-badge';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useDates } from '@/lib/dates.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import type { Sides } from './history-screen.tsx';

interface Props {
  versions: readonly PlanVersion[];
  draftAhead: boolean;
  hasSource: boolean;
  sides: Sides | null;
}

/** Newest first, each with two buttons that say which side of the comparison it is. */
export function VersionList({ versions, draftAhead, hasSource, sides }: Props) {
  const t = useTranslations('planning-history');
  return (
    <ol aria-label={t('versions')} className="mt-3 grid gap-1">
      <Row name="draft" sides={sides} title={t('draft')}>
        <p className="text-small text-ink-3">{t(draftAhead ? 'draftAhead' : 'draftSame')}</p>
      </Row>
      {versions.map((version) => (
        <Row
          key={version.id}
          name={String(version.version_number)}
          sides={sides}
          title={t('version', { number: version.version_number })}
          badges={<Marks version={version} />}
        >
          <Facts version={version} />
        </Row>
      ))}
      {hasSource && (
        <Row name="source" sides={sides} title={t('source')}>
          <p className="text-small text-ink-3">{t('sourceText')}</p>
        </Row>
      )}
    </ol>
  );
}

interface RowProps {
  name: string;
  sides: Sides | null;
  title: string;
  badges?: ReactNode;
  children: ReactNode;
}

function Row({ name, sides, title, badges, children }: RowProps) {
  const t = useTranslations('planning-history');
  const { write } = useAddress();
  const isOpen = sides?.from === name || sides?.to === name;
  const side = (which: 'from' | 'to') => {
    const chosen = sides?.[which] === name;
    return (
      <button
        type="button"
        aria-pressed={chosen}
        aria-label={t(which === 'from' ? 'compareFrom' : 'compareTo', { name: title })}
        onClick={() => write({ [which]: name })}
        className={clsx(
          'min-h-control-small rounded-control border px-2 text-mini font-semibold',
          chosen
            ? 'border-board bg-board text-on-board'
            : 'border-line-control bg-raised text-ink-2 hover:border-board hover:text-board',
        )}
      >
        {t(which)}
      </button>
    );
  };
  return (
    <li className={clsx('rounded-card px-3 py-2.5', isOpen ? 'bg-board-tint' : 'hover:bg-sunken')}>
      <div className="flex items-center gap-2">
        <span className="font-semibold">{title}</span>
        {badges}
        <span className="ms-auto flex gap-1">
          {side('from')}
          {side('to')}
        </span>
      </div>
      <div className="mt-1">{children}</div>
    </li>
  );
}

function Marks({ version }: { version: PlanVersion }) {
  const t = useTranslations('planning-history');
  return (
    <>
      {version.is_published && <StatusBadge status="published">{t('live')}</StatusBadge>}
      {version.is_under_review && <StatusBadge status="in_review">{t('inReview')}</StatusBadge>}
      {version.is_current && !version.is_published && !version.is_under_review && (
        <Badge>{t('current')}</Badge>
      )}
    </>
  );
}

function Facts({ version }: { version: PlanVersion }) {
  const t = useTranslations('planning-history');
  const dates = useDates();
  const { author, created_at, change_note, changed_fields_count, restored_from, kind } = version;
  return (
    <div className="flex gap-2.5">
      <PersonAvatar id={author.id} name={author.display_name} size="small" />
      <div className="min-w-0 text-small text-ink-2">
        <p>
          <bdi className="font-medium text-ink">{author.display_name}</bdi>
          {' · '}
          <time dateTime={created_at}>{dates.instant(created_at)}</time>
        </p>
        <p className="text-ink-3">
          {restored_from ? t('restoredFrom', { number: restored_from.version_number }) : t(`kinds.${kind}`)}
          {changed_fields_count !== null && ` · ${t('changes', { count: changed_fields_count })}`}
        </p>
        {change_note && (
          <p className="mt-0.5 [overflow-wrap:anywhere]">
            <bdi>“{change_note}”</bdi>
          </p>
        )}
      </div>
    </div>
  );
}
