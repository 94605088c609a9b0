'use client';
import { type AcademicYear, listAcademicYears } from '@k12/contracts/identity/academic-years';
import type { Term } from '@k12/contracts/identity/terms';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { CalendarDays, CalendarRange, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { ArchivedAccessPart } from './archived-access.tsx';
import { TermForm } from './term-form.tsx';
import { YearForm } from './year-form.tsx';
import { YearSection } from './year-section.tsx';

const CloseYear = dynamic(
  loaded(() => import('./close-year.tsx').then((module) => module.CloseYear)),
  { loading: nothingYet },
);

const ReopenYear = dynamic(
  loaded(() => import('./reopen-year.tsx').then((module) => module.ReopenYear)),
  { loading: nothingYet },
);

export type Editing =
  | { kind: 'year'; year: AcademicYear | null }
  | { kind: 'close'; year: AcademicYear }
  | { kind: 'reopen'; year: AcademicYear }
  | { kind: 'term'; year: AcademicYear; term: Term | null };

export const allYears = { query: { limit: 50 } };

export function YearsScreen() {
  const t = useTranslations('academicYears');
  const { me } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  const years = useApi(listAcademicYears, allYears);
  const mayAdd = me.capabilities['academic_years.manage'] !== undefined;
  const close = () => setEditing(null);
  const active = years.data?.data.find((year) => year.state === 'active') ?? null;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            <LinkButton href={paths.adminSchoolCalendar()} icon={<CalendarDays size={16} aria-hidden />}>
              {t('schoolCalendar')}
            </LinkButton>
            {mayAdd && (
              <Button
                variant="primary"
                icon={<Plus size={16} aria-hidden />}
                onClick={() => setEditing({ kind: 'year', year: null })}
              >
                {t('addYear')}
              </Button>
            )}
          </>
        }
      />
      {!mayAdd && <p className="mt-4 text-small text-ink-3">{t('whoAddsYears')}</p>}
      <div className="mt-8">
        <RegionBody reply={years}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={<CalendarRange aria-hidden />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <div className="grid grid-cols-1 gap-10">
                {data.map((year) => (
                  <YearSection key={year.id} year={year} active={active} onEdit={setEditing} />
                ))}
              </div>
            )
          }
        </RegionBody>
      </div>
      {me.capabilities['tenant_settings.manage']?.includes('tenant') && <ArchivedAccessPart />}
      {editing?.kind === 'close' && <CloseYear year={editing.year} onClose={close} />}
      {editing?.kind === 'reopen' && <ReopenYear year={editing.year} onClose={close} />}
      {editing?.kind === 'year' && <YearForm year={editing.year} onClose={close} />}
      {editing?.kind === 'term' && <TermForm year={editing.year} term={editing.term} onClose={close} />}
    </>
  );
}
