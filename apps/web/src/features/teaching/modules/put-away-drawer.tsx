'use client';
import { restoreCoursePage } from '@k12/contracts/teaching/course-pages';
import { restoreModuleItem } from '@k12/contracts/teaching/module-items';
import type { DeletedEntry } from '@k12/contracts/teaching/module-records';
import {
  archiveModule,
  listDeletedModules,
  listModules,
  restoreModule,
} from '@k12/contracts/teaching/modules';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

/** What left the outline and can come back: archived modules, and what was deleted within 30 days (TCH-05). */
export function PutAwayDrawer({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useTranslations('teaching-modules.putAway');
  const params = { id: courseId };
  const bin = useApi(listDeletedModules, { params });
  const archive = useApi(listModules, { params, query: { archived: true } });
  return (
    <Drawer open title={t('title')} description={t('about')} onOpenChange={(open) => !open && onClose()}>
      <div className="grid gap-8">
        <Part title={t('archived')} reply={archive} none={t('nothingArchived')}>
          {({ data }) => data.map((module) => <Archived key={module.id} {...module} />)}
        </Part>
        <Part title={t('deleted')} reply={bin} none={t('nothingDeleted')}>
          {({ data }) => data.map((entry) => <Deleted key={entry.id} entry={entry} />)}
        </Part>
      </div>
    </Drawer>
  );
}

interface PartProps<T> {
  title: string;
  reply: Parameters<typeof RegionBody<T>>[0]['reply'];
  none: string;
  children: (data: T) => ReactNode[];
}

function Part<T>({ title, reply, none, children }: PartProps<T>) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 font-semibold">{title}</h3>
      <RegionBody reply={reply}>
        {(data) => {
          const rows = children(data);
          if (rows.length === 0) return <p className="text-ink-3">{none}</p>;
          return <ul className="divide-y divide-line rounded-card border border-line bg-raised">{rows}</ul>;
        }}
      </RegionBody>
    </section>
  );
}

interface RowProps {
  title: string;
  note: string;
  act: string;
  onAct: () => void;
}

function Row({ title, note, act, onAct }: RowProps) {
  return (
    <li className="flex items-center gap-3 px-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">
          <bdi>{title}</bdi>
        </p>
        <p className="text-small text-ink-3">{note}</p>
      </div>
      <Button size="small" onClick={onAct}>
        {act}
        <span className="hidden-visually">, {title}</span>
      </Button>
    </li>
  );
}

function Archived({ id, title, items }: { id: string; title: string; items: readonly unknown[] }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const archive = useChange(archiveModule, ['modules.']);
  const take = () => archive({ params: { id }, body: { archived: false } });
  return (
    <Row
      title={title}
      note={t('itemsCount', { count: items.length })}
      act={t('putAway.takeOut')}
      onAct={() => void attempt(take, { done: t('putAway.takenOut', { name: title }) })}
    />
  );
}

function Deleted({ entry: { kind, id, title, deleted_at } }: { entry: DeletedEntry }) {
  const t = useTranslations('teaching-modules.putAway');
  const dates = useDates();
  const attempt = useAttempt();
  const request = { params: { id }, body: {} };
  const module = useChange(restoreModule, ['modules.']);
  const item = useChange(restoreModuleItem, ['modules.']);
  const page = useChange(restoreCoursePage, ['modules.', 'course_pages.']);
  const restore: Record<DeletedEntry['kind'], () => Promise<unknown>> = {
    module: () => module(request),
    item: () => item(request),
    page: () => page(request),
  };
  return (
    <Row
      title={title || t(`kinds.${kind}`)}
      note={`${t(`kinds.${kind}`)} · ${t('deletedAt', { when: dates.instant(deleted_at) })}`}
      act={t('restore')}
      onAct={() => void attempt(restore[kind], { done: t('restored', { name: title }) })}
    />
  );
}
