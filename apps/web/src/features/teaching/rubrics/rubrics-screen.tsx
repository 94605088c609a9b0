'use client';
import { listCourses } from '@k12/contracts/teaching/courses';
import {
  archiveRubric,
  copyRubric,
  deleteRubric,
  listRubrics,
  type Rubric,
  unarchiveRubric,
} from '@k12/contracts/teaching/rubrics';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { TextField } from '@k12/ui/text-field';
import { Ellipsis, Plus, Search, Table2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { PrintItem } from '@/features/planning/print/print-item.tsx';
import { useAddress, useTypedFilter } from '@/lib/address.ts';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';

const RubricEditor = dynamic(
  loaded(() => import('./rubric-editor.tsx').then((module) => module.RubricEditor)),
  { loading: nothingYet },
);

/** What one judges by: one's own rubrics and those that are shared. */
export function RubricsScreen() {
  const t = useTranslations('teaching-rubrics');
  const { read, write } = useAddress();
  const { typed, setTyped } = useTypedFilter('q');
  const q = read('q');
  const request = useMemo(() => ({ query: { ...(q && { q }) } }), [q]);
  const rubrics = useList(listRubrics, request);
  const rows = (rubrics.data?.data ?? []) as Rubric[];
  const courses = useApi(listCourses, { query: { mine: true } }).data?.data ?? [];
  const openId = read('open');
  const [isNew, setIsNew] = useState(false);
  const open = rows.find(({ id }) => id === openId);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsNew(true)}>
            {t('new')}
          </Button>
        }
      />
      <div className="mt-5 grid gap-4">
        <div className="max-w-form">
          <TextField
            label={t('find')}
            hideLabel
            type="search"
            icon={<Search size={16} aria-hidden />}
            placeholder={t('find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <RegionBody reply={rubrics}>
          {({ next_cursor }) =>
            rows.length === 0 ? (
              <EmptyState icon={<Table2 aria-hidden />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <>
                <List>
                  {rows.map((rubric) => (
                    <Row
                      key={rubric.id}
                      rubric={rubric}
                      course={courses.find(({ id }) => id === rubric.course_id)?.name}
                      onOpen={() => write({ open: rubric.id })}
                    />
                  ))}
                </List>
                <Pagination
                  shown={rows.length}
                  hasMore={next_cursor !== null}
                  loading={rubrics.loadingMore}
                  onLoadMore={rubrics.loadMore}
                />
              </>
            )
          }
        </RegionBody>
      </div>
      {(isNew || open) && (
        <RubricEditor
          key={open?.id ?? 'new'}
          rubric={open ?? null}
          onClose={() => {
            setIsNew(false);
            write({ open: null });
          }}
        />
      )}
    </>
  );
}

function Row({ rubric, course, onOpen }: { rubric: Rubric; course: string | undefined; onOpen: () => void }) {
  const t = useTranslations('teaching-rubrics');
  const run = useAttempt();
  const copy = useChange(copyRubric);
  const archive = useChange(archiveRubric);
  const unarchive = useChange(unarchiveRubric);
  const remove = useChange(deleteRubric);
  const params = { id: rubric.id };
  const facts = [
    rubric.course_id === null ? t(`scopes.${rubric.scope}`) : course,
    t('criteria', { count: rubric.criteria.length }),
    rubric.points ? t('points', { points: rubric.points }) : t('noPoints'),
    rubric.version > 1 ? t('version', { version: rubric.version }) : null,
  ];
  return (
    <ListRow
      title={rubric.title}
      description={facts.filter(Boolean).join(' · ')}
      onPress={onOpen}
      end={rubric.state !== 'published' && <Badge>{t(`states.${rubric.state}`)}</Badge>}
      actions={
        <Menu
          align="end"
          trigger={
            <IconButton label={t('actionsOf', { title: rubric.title })} icon={<Ellipsis aria-hidden />} />
          }
        >
          <PrintItem kind="rubric" id={rubric.id} />
          <MenuItem onPress={() => run(() => copy({ params, body: {} }), { done: t('copied') })}>
            {t('copy')}
          </MenuItem>
          {rubric.can.archive && (
            <MenuItem
              onPress={() =>
                run(() => (rubric.state === 'archived' ? unarchive({ params }) : archive({ params })))
              }
            >
              {t(rubric.state === 'archived' ? 'unarchive' : 'archive')}
            </MenuItem>
          )}
          {rubric.can.delete && !rubric.used_at && (
            <MenuItem danger onPress={() => run(() => remove({ params }), { done: t('deleted') })}>
              {t('delete')}
            </MenuItem>
          )}
        </Menu>
      }
    />
  );
}
