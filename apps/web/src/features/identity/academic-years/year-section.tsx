'use client';
import { type AcademicYear, activateAcademicYear } from '@k12/contracts/identity/academic-years';
import { listTerms } from '@k12/contracts/identity/terms';
import { Button } from '@k12/ui/button';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { YearTimeline } from './year-timeline.tsx';
import type { Editing } from './years-screen.tsx';

const tones: Record<AcademicYear['state'], Status> = {
  planned: 'planned',
  active: 'published',
  closing: 'in_review',
  closed: 'archived',
};

interface Props {
  year: AcademicYear;
  active: AcademicYear | null;
  onEdit: (editing: Editing) => void;
}

export function YearSection({ year, active, onEdit }: Props) {
  const t = useTranslations('academicYears');
  const dates = useDates();
  const heading = useId();
  const terms = useApi(listTerms, { query: { academic_year_id: year.id, limit: 200 } });
  return (
    <section aria-labelledby={heading}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={heading} className="font-serif text-heading font-semibold">
            <bdi>{year.name}</bdi>
          </h2>
          <StatusBadge status={tones[year.state]}>{t(`states.${year.state}`)}</StatusBadge>
          <span className="text-ink-2">
            {t('span', { from: dates.day(year.starts_on), to: dates.day(year.ends_on) })}
          </span>
        </div>
        <YearActions year={year} active={active} onEdit={onEdit} />
      </div>
      <RegionBody reply={terms}>
        {({ data }) => (
          <YearTimeline
            year={year}
            terms={data}
            onOpen={(term) => term.can.update && onEdit({ kind: 'term', year, term })}
          />
        )}
      </RegionBody>
    </section>
  );
}

function YearActions({ year, active, onEdit }: Props) {
  const t = useTranslations('academicYears');
  const tc = useTranslations('common');
  const { me } = useSession();
  const attempt = useAttempt();
  const activate = useChange(activateAcademicYear, ['academic_years.', 'terms.']);
  const mayAddTerm = me.capabilities['terms.manage'] !== undefined && year.state !== 'closed';
  const makeActive = () =>
    attempt(() => activate({ params: { id: year.id }, body: { replaces_id: active?.id ?? null } }), {
      done: t('activated', { name: year.name }),
    });
  return (
    <div className="flex flex-wrap gap-2">
      {mayAddTerm && (
        <Button
          size="small"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onEdit({ kind: 'term', year, term: null })}
        >
          {t('addTerm')}
        </Button>
      )}
      {year.can.update && (
        <Button
          size="small"
          aria-label={t('editNamed', { name: year.name })}
          onClick={() => onEdit({ kind: 'year', year })}
        >
          {tc('edit')}
        </Button>
      )}
      {year.can.close && (
        <Button
          size="small"
          aria-label={t('close.actionNamed', { name: year.name })}
          onClick={() => onEdit({ kind: 'close', year })}
        >
          {t('close.action')}
        </Button>
      )}
      {year.can.reopen && (
        <Button
          size="small"
          aria-label={t('reopen.actionNamed', { name: year.name })}
          onClick={() => onEdit({ kind: 'reopen', year })}
        >
          {t('reopen.action')}
        </Button>
      )}
      {year.can.activate && (
        <Button size="small" onClick={makeActive}>
          {t('activate')}
        </Button>
      )}
    </div>
  );
}
