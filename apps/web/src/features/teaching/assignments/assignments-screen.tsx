'use client';
import { listAssignments } from '@k12/contracts/teaching/assignments';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useList } from '@/lib/api/list.ts';
import { RegionBody } from '@/shell/region.tsx';
import { readAssignmentsView } from './assignments-view.ts';

/** What is to be done in a course. */
export function AssignmentsScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-assignments');
  const params = useSearchParams();
  const request = useMemo(
    () => readAssignmentsView(courseId, Object.fromEntries(params)),
    [courseId, params],
  );
  const assignments = useList(listAssignments, request as never);
  return (
    <>
      <PageHeader look="work" title={t('title')} />
      <div className="mt-4">
        <RegionBody reply={assignments}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
            ) : (
              <List>
                {data.map((assignment) => (
                  <ListRow
                    key={assignment.id}
                    title={assignment.title}
                    end={t(`states.${assignment.state}`)}
                  />
                ))}
              </List>
            )
          }
        </RegionBody>
      </div>
    </>
  );
}
