'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type DatesGrid, getDatesGrid, putDatesGrid } from '@k12/contracts/teaching/assignment-dates';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { RegionBody } from '@/shell/region.tsx';
import { DatesTable } from './dates-table.tsx';
import { changesOf, type GridEdits, isOutOfOrder, keyOf, type Moment, moments } from './grid-edits.ts';

/** All dates of a course side by side, by section; written in many cells and saved together (TCH-35). */
export function DatesGridScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-dates');
  const grid = useApi(getDatesGrid, { params: { id: courseId } });
  return (
    <>
      <PageHeader look="work" title={t('title')} description={t('lead')} />
      <div className="mt-4">
        <RegionBody reply={grid}>
          {(data) =>
            data.rows.length === 0 ? (
              <EmptyState icon={<CalendarClock aria-hidden />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <Grid courseId={courseId} grid={data} />
            )
          }
        </RegionBody>
      </div>
    </>
  );
}

function Grid({ courseId, grid }: { courseId: string; grid: DatesGrid }) {
  const t = useTranslations('teaching-dates');
  const locale = useLocale();
  const attempt = useAttempt();
  const put = useChange(putDatesGrid, ['courses.dates_grid', 'assignments.']);
  const [moment, setMoment] = useState<Moment>('due_at');
  const [edits, setEdits] = useState<GridEdits>({});
  const [failed, setFailed] = useState<Readonly<Record<string, string>>>({});
  const changes = changesOf(grid, edits);
  const wrong = changes.filter(({ assignment_id, section_id }) => {
    const row = grid.rows.find((one) => one.assignment_id === assignment_id);
    return row && isOutOfOrder(row, section_id, edits);
  });
  useUnsavedGuard(changes.length > 0);
  const save = () =>
    attempt(async () => {
      try {
        await put({ params: { id: courseId }, body: { changes } });
        setEdits({});
        setFailed({});
      } catch (error) {
        const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
        setFailed(
          Object.fromEntries(
            errors.flatMap(({ pointer, detail }) => {
              const change = changes[Number(pointer.split('/')[2])];
              return change ? [[`${change.assignment_id} ${change.section_id ?? 'everyone'}`, detail]] : [];
            }),
          ),
        );
        if (errors.length === 0) throw error;
      }
    });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t('which')}
          value={moment}
          onValueChange={(next) => setMoment(next as Moment)}
          options={moments.map((value) => ({ value, label: t(`moments.${value}`) }))}
        />
        <span className="text-ink-3 text-small">
          {t('zone', { zone: nameOfZone(grid.time_zone, locale) })}
        </span>
        {grid.can_update && (
          <span className="ms-auto flex items-center gap-2">
            {wrong.length > 0 && (
              <span role="status" className="text-bad text-small">
                {t('outOfOrder', { count: wrong.length })}
              </span>
            )}
            {changes.length > 0 && (
              <Button variant="quiet" onClick={() => setEdits({})}>
                {t('takeBack')}
              </Button>
            )}
            <Button
              variant="primary"
              disabled={changes.length === 0 || wrong.length > 0}
              onClick={() => void save()}
            >
              {t('save', { count: changes.length })}
            </Button>
          </span>
        )}
      </div>
      <DatesTable
        grid={grid}
        moment={moment}
        edits={edits}
        failed={failed}
        onEdit={(cells) =>
          setEdits((before) => ({
            ...before,
            ...Object.fromEntries(
              cells.map(({ assignment_id, section_id, value }) => [
                keyOf(assignment_id, section_id, moment),
                value,
              ]),
            ),
          }))
        }
      />
      {grid.can_update && <p className="mt-3 text-ink-3 text-small">{t('keys')}</p>}
    </>
  );
}

/** As people call it: "Eastern Time". */
function nameOfZone(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
