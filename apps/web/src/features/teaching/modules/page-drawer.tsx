'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type CoursePage, getCoursePage, updateCoursePage } from '@k12/contracts/teaching/course-pages';
import type { RichNode } from '@k12/plan-content/rich-text';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { RichTextView } from '@/features/planning/editor/rich-text/rich-text-view.tsx';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { mergeBlocks } from './merge-blocks.ts';

const loadEditor = () =>
  import('@/features/teaching/assignments/editor/instructions-editor.tsx').then(
    (file) => file.InstructionsEditor,
  );
const TextEditor = dynamic(loaded(loadEditor), { ssr: false });

/** A page of the course, written beside the outline. */
export function PageDrawer({ pageId, onClose }: { pageId: string; onClose: () => void }) {
  const reply = useApi(getCoursePage, { params: { id: pageId } });
  return (
    <Drawer
      open
      wide
      title={<bdi>{reply.data?.title ?? '…'}</bdi>}
      onOpenChange={(open) => !open && onClose()}
    >
      <RegionBody reply={reply}>
        {(page) => (page.can.update ? <PageText page={page} /> : <RichTextView node={docOf(page.body)} />)}
      </RegionBody>
    </Drawer>
  );
}

/** How long nothing is typed before it is saved (TCH-28: within 2 s). */
const pauseMs = 1000;

/** Saved a moment after each pause; when somebody else saved first, both texts are shown to choose from (TCH-28). */
function PageText({ page }: { page: CoursePage }) {
  const t = useTranslations('teaching-modules.page');
  const { state, conflict, start, change, resolve } = usePageSaves(page);
  return (
    <>
      <p role="status" className="mb-2 min-h-5 text-ink-3 text-small">
        {t(state)}
      </p>
      {conflict && (
        <Banner
          tone="warn"
          title={t('conflict', { name: conflict.edited_by_name ?? '' })}
          actions={
            <>
              <Button size="small" onClick={() => resolve('mine')}>
                {t('keepMine')}
              </Button>
              <Button size="small" onClick={() => resolve('theirs')}>
                {t('takeTheirs')}
              </Button>
              <Button size="small" variant="primary" onClick={() => resolve('merged')}>
                {t('merge')}
              </Button>
            </>
          }
        >
          <div className="mt-2 max-h-60 overflow-y-auto rounded-control bg-raised p-3">
            <p className="mb-1 text-ink-3 text-small">{t('theirs')}</p>
            <RichTextView node={docOf(conflict.body)} />
          </div>
        </Banner>
      )}
      <div className="mt-3 min-h-80">
        <TextEditor
          key={start.key}
          label={t('text')}
          placeholder={t('placeholder')}
          value={start.body}
          onChange={change}
        />
      </div>
    </>
  );
}

type SaveState = 'idle' | 'waiting' | 'saved' | 'failed' | 'stopped';

function usePageSaves(page: CoursePage) {
  const update = useChange(updateCoursePage, ['modules.']);
  const [state, setState] = useState<SaveState>('idle');
  const [conflict, setConflict] = useState<CoursePage | null>(null);
  const [start, setStart] = useState({ key: 0, body: page.body as RichNode | null });
  const held = useRef({ version: page.lock_version, base: page.body, mine: page.body, isOpen: true });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = async () => {
    const { mine, version } = held.current;
    try {
      const body = { body: mine, lock_version: version };
      const saved = await update({ params: { id: page.id }, body });
      Object.assign(held.current, { version: saved.lock_version, base: mine });
      setState(held.current.mine === mine ? 'saved' : 'waiting');
      if (held.current.mine !== mine) plan();
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.code === 'version_conflict') {
        setConflict(error.problem.current as CoursePage);
        setState('stopped');
      } else setState('failed');
    }
  };
  const plan = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pauseMs);
  };
  const change = (body: RichNode | null) => {
    held.current.mine = body as CoursePage['body'];
    if (conflict) return;
    setState('waiting');
    plan();
  };
  // Closed in the middle of a pause: what was typed is saved at once.
  const flush = useRef(save);
  flush.current = save;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (held.current.mine !== held.current.base) void flush.current();
    },
    [],
  );
  const resolve = (choice: 'mine' | 'theirs' | 'merged') => {
    if (!conflict) return;
    const { base, mine } = held.current;
    const texts = { mine: docOf(mine), theirs: docOf(conflict.body) };
    const merged = mergeBlocks(
      docOf(base).content ?? [],
      texts.mine.content ?? [],
      texts.theirs.content ?? [],
    );
    const body = choice === 'merged' ? { type: 'doc', content: merged } : texts[choice];
    Object.assign(held.current, { version: conflict.lock_version, base: conflict.body, mine: body });
    setStart({ key: start.key + 1, body });
    setConflict(null);
    setState('waiting');
    plan();
  };
  return { state, conflict, start, change, resolve };
}

function docOf(body: CoursePage['body']): RichNode {
  return (body as RichNode | null) ?? { type: 'doc', content: [] };
}
