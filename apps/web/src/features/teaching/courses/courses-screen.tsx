'use client';
import { type Course, listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { Plus, Presentation } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { mayOpen, pages } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { ListSearch } from '@/shell/list-search.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { CourseCard } from './course-card.tsx';
import { noNews } from './course-news.ts';
import { type CoursesShown, readCoursesView } from './courses-view.ts';
import { useCourseNews } from './use-course-news.ts';

const CourseBin = dynamic(
  loaded(() => import('./course-bin.tsx').then((module) => module.CourseBin)),
  { loading: nothingYet },
);

const CourseForm = dynamic(
  loaded(() => import('./course-form.tsx').then((module) => module.CourseForm)),
  { loading: nothingYet },
);

/** Courses as cards: first those one teaches, for others all they may look into; archived and deleted ones apart. */
export function CoursesScreen() {
  const t = useTranslations('teaching-courses');
  const { me } = useSession();
  const { read, write } = useAddress();
  const mayEmpty = 'courses.delete' in me.capabilities;
  const mayAdd = 'courses.create' in me.capabilities;
  const [isAdding, setAdding] = useState(false);
  useAskedForNew(() => setAdding(mayAdd));
  const asked = read('show');
  const shows = asked === 'archived' || (asked === 'bin' && mayEmpty) ? asked : 'active';
  const choices: CoursesShown[] = mayEmpty ? ['active', 'archived', 'bin'] : ['active', 'archived'];
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {mayOpen(pages.teachSubmissions, me) && (
              <LinkButton href={paths.teachSubmissions()}>{t('submissions')}</LinkButton>
            )}
            {mayOpen(pages.teachRubrics, me) && (
              <LinkButton href={paths.teachRubrics()}>{t('rubrics')}</LinkButton>
            )}
            <SegmentedControl
              label={t('show')}
              value={shows}
              onValueChange={(next) => write({ show: next === 'active' ? null : next })}
              options={choices.map((value) => ({ value, label: t(`shows.${value}`) }))}
            />
            {mayAdd && <NewButton onClick={() => setAdding(true)} />}
          </>
        }
      />
      {shows === 'bin' ? (
        <div className="mt-5">
          <CourseBin />
        </div>
      ) : (
        <CourseList shows={shows} onNew={mayAdd ? () => setAdding(true) : null} />
      )}
      {isAdding && <CourseForm onClose={() => setAdding(false)} />}
    </>
  );
}

function NewButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations('teaching-courses.new');
  return (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={onClick}>
      {t('title')}
    </Button>
  );
}

interface ListProps {
  shows: CoursesShown;
  /** Null for those who are put into courses by others. */
  onNew: (() => void) | null;
}

function CourseList({ shows, onNew }: ListProps) {
  const t = useTranslations('teaching-courses');
  const common = useTranslations('common.ui');
  const params = useSearchParams();
  const request = useMemo(() => readCoursesView(Object.fromEntries(params)), [params]);
  const courses = useList(listCourses, request);
  const empty = 'q' in request.query ? 'none' : shows === 'archived' ? 'archivedEmpty' : 'empty';
  return (
    <>
      <div className="my-5 max-w-sm">
        <ListSearch label={t('search')} />
      </div>
      <RegionBody reply={courses}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon={<Presentation aria-hidden />}
              title={t(`${empty}Title`)}
              action={empty === 'empty' && onNew && <NewButton onClick={onNew} />}
            >
              {t(empty === 'empty' && onNew ? 'emptyOwn' : `${empty}Text`)}
            </EmptyState>
          ) : (
            <CourseCards courses={data} />
          )
        }
      </RegionBody>
      {courses.data?.next_cursor && (
        <Button className="mt-4" loading={courses.loadingMore} onClick={() => void courses.loadMore()}>
          {common('loadMore')}
        </Button>
      )}
    </>
  );
}

function CourseCards({ courses }: { courses: readonly Course[] }) {
  const news = useCourseNews();
  return (
    <ul className="grid gap-4 tablet:grid-cols-2 wide:grid-cols-3">
      {courses.map((course) => (
        <CourseCard key={course.id} course={course} news={news && (news.get(course.id) ?? noNews)} />
      ))}
    </ul>
  );
}
