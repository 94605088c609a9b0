'use client';
import { createModule } from '@k12/contracts/teaching/modules';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { Layers, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useOutline } from './use-outline.ts';

// Dragging and the dialogs come after the page is there.
const OutlineList = dynamic(
  withPage(loaded(() => import('./outline-list.tsx').then((module) => module.OutlineList))),
);
const BatchBar = dynamic(
  loaded(() => import('./batch-bar.tsx').then((module) => module.BatchBar)),
  { loading: nothingYet },
);
const FromUnit = dynamic(
  loaded(() => import('./from-unit.tsx').then((module) => module.FromUnit)),
  { loading: nothingYet },
);
const PutAwayDrawer = dynamic(
  loaded(() => import('./put-away-drawer.tsx').then((module) => module.PutAwayDrawer)),
  { loading: nothingYet },
);
const StudentView = dynamic(
  loaded(() => import('./student-view.tsx').then((module) => module.StudentView)),
  { loading: nothingYet },
);

/** The course as an outline: titles written where they stand, order by drag, keys or menu. */
export function ModulesScreen({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-modules');
  const { reply, modules, said, ...moves } = useOutline(courseId);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'unit' | 'view' | 'away' | null>(null);
  const canCreate = reply.data?.can.create === true;
  const items = modules.flatMap((module) => module.items);
  const allClosed = modules.length > 0 && modules.every(({ id }) => closed.has(id));
  const select = (id: string, on: boolean) => setSelected((old) => withOrWithout(old, id, on));
  const chosen = items.filter(({ id }) => selected.has(id));
  return (
    <>
      <PageHeader
        look="work"
        title={t('title')}
        description={reply.data && t('summary', { modules: modules.length, items: items.length })}
        actions={
          <>
            {modules.length > 1 && (
              <Button
                variant="quiet"
                onClick={() => setClosed(allClosed ? new Set() : new Set(modules.map(({ id }) => id)))}
              >
                {t(allClosed ? 'unfoldAll' : 'foldAll')}
              </Button>
            )}
            {canCreate && (
              <Button variant="quiet" onClick={() => setOpen('away')}>
                {t('putAway.title')}
              </Button>
            )}
            <Button onClick={() => setOpen('view')}>{t('viewAsStudent')}</Button>
            {canCreate && <Button onClick={() => setOpen('unit')}>{t('fromUnit')}</Button>}
          </>
        }
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="mt-4">
        <RegionBody reply={reply}>
          {() =>
            modules.length === 0 && !canCreate ? (
              <EmptyState icon={<Layers aria-hidden />} title={t('emptyTitle')}>
                {t('emptyRead')}
              </EmptyState>
            ) : (
              <>
                {modules.length === 0 && <p className="mb-3 max-w-prose text-ink-2">{t('emptyText')}</p>}
                <OutlineList
                  modules={modules}
                  moves={moves}
                  closed={closed}
                  onToggle={(id) => setClosed(withOrWithout(closed, id, !closed.has(id)))}
                  selected={selected}
                  onSelect={select}
                />
              </>
            )
          }
        </RegionBody>
        {canCreate && <NewModule courseId={courseId} />}
      </div>
      {chosen.length > 0 && (
        <BatchBar
          courseId={courseId}
          items={chosen}
          modules={modules}
          onDone={() => setSelected(new Set())}
        />
      )}
      {open === 'unit' && <FromUnit courseId={courseId} onClose={() => setOpen(null)} />}
      {open === 'away' && <PutAwayDrawer courseId={courseId} onClose={() => setOpen(null)} />}
      {open === 'view' && <StudentView courseId={courseId} onClose={() => setOpen(null)} />}
    </>
  );
}

function withOrWithout(ids: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

/** A title and Enter make a module; the field stays for the next one. */
function NewModule({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const create = useChange(createModule, ['modules.']);
  const [title, setTitle] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useAskedForNew(() => field.current?.focus());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = title.trim();
    if (words === '') return;
    setTitle('');
    const added = await attempt(() => create({ params: { id: courseId }, body: { title: words } }));
    if (!added) setTitle((now) => now || words);
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="mt-3 flex items-center gap-2 rounded-card border border-line border-dashed px-3 py-1 focus-within:bg-raised hover:bg-raised"
    >
      <Plus aria-hidden className="size-4 text-ink-3" />
      <input
        ref={field}
        aria-label={t('newModule')}
        placeholder={t('newModule')}
        dir="auto"
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        className="min-h-10 min-w-0 flex-1 rounded-small bg-transparent text-large placeholder:text-ink-3 pointer-coarse:min-h-11"
      />
    </form>
  );
}
