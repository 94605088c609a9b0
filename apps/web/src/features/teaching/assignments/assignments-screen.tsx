'use client';
import { type Assignment, listAssignments } from '@k12/contracts/teaching/assignments';
import { listGradeCategories } from '@k12/contracts/teaching/grade-categories';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { CalendarClock, ListChecks, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { AssignmentsTable } from './assignments-table.tsx';
import { readAssignmentsView } from './assignments-view.ts';

const NewAssignment = dynamic(
  loaded(() => import('./new-assignment.tsx').then((module) => module.NewAssignment)),
  { loading: nothingYet },
);

/** What is to be done in a course: dates, points and categories are changed where they stand (TCH-49). */
export function AssignmentsScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-assignments');
  const params = useSearchParams();
  const { me } = useSession();
  const request = useMemo(
    () => readAssignmentsView(courseId, Object.fromEntries(params)),
    [courseId, params],
  );
  const assignments = useList(listAssignments, request);
  const categories = useApi(listGradeCategories, { params: { id: courseId } }).data?.data ?? [];
  const [isNew, setNew] = useState(false);
  useAskedForNew(() => setNew(true));
  const mayCreate = 'assignments.write' in me.capabilities;
  const isFiltered = Object.keys(request.query).length > 1;
  const add = mayCreate && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        look="work"
        title={t('title')}
        actions={
          <>
            <LinkButton href={paths.courseDates(courseId)} icon={<CalendarClock aria-hidden />}>
              {t('dates')}
            </LinkButton>
            {add}
          </>
        }
      />
      <div className="my-4 grid grid-cols-2 gap-2 tablet:grid-cols-[minmax(0,20rem)_12rem_12rem] max-tablet:*:first:col-span-2">
        <ListSearch label={t('search')} />
        <AddressSelect
          name="state"
          label={t('filterState')}
          all={t('allStates')}
          options={(['draft', 'scheduled', 'published', 'closed', 'deleted'] as const).map((value) => ({
            value,
            label: t(`states.${value}`),
          }))}
        />
        {categories.length > 0 && (
          <AddressSelect
            name="category"
            label={t('category')}
            all={t('allCategories')}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <RegionBody reply={assignments}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<ListChecks aria-hidden />}
              title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}
              action={!isFiltered && add}
            >
              {t(isFiltered ? 'noneText' : 'emptyText')}
            </EmptyState>
          ) : (
            <AssignmentsTable courseId={courseId} rows={data as Assignment[]} categories={categories} />
          )
        }
      </RegionBody>
      {isNew && <NewAssignment courseId={courseId} onClose={() => setNew(false)} />}
    </>
  );
}
