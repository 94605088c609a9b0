'use client';
import {
  completeItem,
  listMyModules,
  openMyItem,
  type StudentItem,
  type StudentItemContent,
  uncompleteItem,
} from '@k12/contracts/teaching/module-progress';
import type { RichNode } from '@k12/plan-content/rich-text';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { Region } from '@/shell/region.tsx';
import { ModuleProgressList } from './module-progress-list.tsx';

const RichTextView = dynamic(
  loaded(() =>
    import('@/features/planning/editor/rich-text/rich-text-view.tsx').then((file) => file.RichTextView),
  ),
  { loading: nothingYet },
);

interface Props {
  courseId: string;
  /** One of a guardian's children; left out, oneself. */
  studentId?: string | undefined;
  /** Where the work of an assignment is done. */
  assignmentPath: (assignmentId: string) => string;
}

/** The modules of a course as a student has them, each item opened in place or leading to its work. */
export function StudentModules({ courseId, studentId, assignmentPath }: Props) {
  const t = useTranslations('teaching-modules');
  const query = studentId ? { student_id: studentId } : {};
  const reply = useApi(listMyModules, { params: { id: courseId }, query });
  const attempt = useAttempt();
  const open = useChange(openMyItem, ['my_modules.']);
  const complete = useChange(completeItem, ['my_modules.']);
  const uncomplete = useChange(uncompleteItem, ['my_modules.']);
  const [content, setContent] = useState<StudentItemContent | null>(null);
  const isSelf = studentId === undefined;
  const show = (item: StudentItem) =>
    void attempt(async () => {
      const opened = await open({ params: { id: item.id }, body: query });
      if (item.kind === 'assignment' && item.target_id)
        window.location.assign(assignmentPath(item.target_id));
      else setContent(opened);
    });
  const mark = (item: StudentItem, done: boolean) =>
    void attempt(() =>
      done ? complete({ params: { id: item.id }, body: {} }) : uncomplete({ params: { id: item.id } }),
    );
  // A course without modules has its work as a list only.
  if (reply.data?.data.length === 0) return null;
  return (
    <Region title={t('title')} reply={reply}>
      {({ data }) => (
        <>
          <ModuleProgressList
            modules={data}
            renderTitle={(item) =>
              item.kind === 'header' ? (
                <bdi className="font-semibold">{item.title}</bdi>
              ) : (
                <button
                  type="button"
                  onClick={() => show(item)}
                  className="min-h-8 rounded-small text-start font-medium underline-offset-2 hover:underline pointer-coarse:min-h-11"
                >
                  <bdi>{item.title}</bdi>
                </button>
              )
            }
            renderEnd={(item) =>
              isSelf &&
              item.completion_rule === 'mark_done' && (
                <Button size="small" onClick={() => mark(item, item.state !== 'done')}>
                  {t(item.state === 'done' ? 'markUndone' : 'markDone')}
                </Button>
              )
            }
          />
          {content && <ItemDialog content={content} onClose={() => setContent(null)} />}
        </>
      )}
    </Region>
  );
}

function ItemDialog({ content, onClose }: { content: StudentItemContent; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const { item, body, resources } = content;
  const links = resources.filter(({ url }) => url !== null);
  const isEmpty = !body && links.length === 0 && !item.url;
  return (
    <Dialog open size="large" title={<bdi>{item.title}</bdi>} onOpenChange={(open) => !open && onClose()}>
      {body && <RichTextView node={body as RichNode} />}
      {item.url && links.length === 0 && <OutsideLink url={item.url} title={item.title} />}
      <ul className="grid gap-1">
        {links.map(({ id, url, title }) => (
          <li key={id}>
            <OutsideLink url={url ?? ''} title={title} />
          </li>
        ))}
      </ul>
      {isEmpty && <p className="text-ink-2">{t('nothingToOpen')}</p>}
    </Dialog>
  );
}

function OutsideLink({ url, title }: { url: string; title: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" className="text-board underline underline-offset-2">
      <bdi>{title}</bdi>
    </a>
  );
}
