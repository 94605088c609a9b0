'use client';
import { createCoursePage } from '@k12/contracts/teaching/course-pages';
import { createModuleItems } from '@k12/contracts/teaching/module-items';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const PageDrawer = dynamic(
  loaded(() => import('./page-drawer.tsx').then((file) => file.PageDrawer)),
  { loading: nothingYet },
);

/** Makes a page at the end of a module and opens it for writing. */
export function NewPage({ module }: { module: CourseModule }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const create = useChange(createCoursePage, ['modules.']);
  const add = useChange(createModuleItems, ['modules.']);
  const [pageId, setPage] = useState<string | null>(null);
  const make = () =>
    attempt(async () => {
      const page = await create({ params: { id: module.course_id }, body: { title: t('page.untitled') } });
      const items = [{ kind: 'page' as const, target_id: page.id }];
      await add({ params: { id: module.id }, body: { items } });
      setPage(page.id);
    });
  return (
    <>
      <Button size="small" variant="quiet" onClick={() => void make()}>
        {t('page.add')}
      </Button>
      {pageId && <PageDrawer pageId={pageId} onClose={() => setPage(null)} />}
    </>
  );
}
