'use client';
import {
  completeItem,
  getModuleProgress,
  type ModuleProgress,
} from '@k12/contracts/teaching/module-progress';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { Accordion } from '@k12/ui/accordion';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { EmptyState } from '@k12/ui/empty-state';
import { Progress } from '@k12/ui/progress';
import { Check, ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ItemIcon } from './item-icon.tsx';

type Student = ModuleProgress['students'][number];

/** Who is how far in a module, those furthest behind first; what a rule cannot see is decided here (TCH-22, TCH-24). */
export function ProgressDrawer({ module, onClose }: { module: CourseModule; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const reply = useApi(getModuleProgress, { params: { id: module.id } });
  return (
    <Drawer
      open
      wide
      title={t('progressOf', { name: module.title })}
      onOpenChange={(open) => !open && onClose()}
    >
      <RegionBody reply={reply}>
        {(progress) =>
          progress.items.length === 0 || progress.students.length === 0 ? (
            <EmptyState icon={<ListChecks aria-hidden />} title={t('progress.emptyTitle')}>
              {t('progress.emptyText')}
            </EmptyState>
          ) : (
            <Students progress={progress} />
          )
        }
      </RegionBody>
    </Drawer>
  );
}

function Students({ progress }: { progress: ModuleProgress }) {
  const t = useTranslations('teaching-modules');
  const done = progress.students.filter((one) => left(one) === 0).length;
  const behindFirst = progress.students.toSorted((one, other) => left(other) - left(one));
  return (
    <>
      <p className="mb-3 text-ink-2">{t('progress.through', { done, count: progress.students.length })}</p>
      <Accordion
        items={behindFirst.map((student) => ({
          key: student.student_id,
          title: (
            <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <bdi className="min-w-0 flex-1 basis-40">{student.name}</bdi>
              <span className="w-28">
                <Progress
                  hideLabel
                  label={t('progressOf', { name: student.name })}
                  value={student.done_count}
                  max={Math.max(1, student.required_count)}
                />
              </span>
            </span>
          ),
          note: t('doneOf', { done: student.done_count, count: student.required_count }),
          content: <Items progress={progress} student={student} />,
        }))}
      />
    </>
  );
}

const left = ({ required_count, done_count }: Student) => required_count - done_count;

function Items({ progress, student }: { progress: ModuleProgress; student: Student }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const complete = useChange(completeItem, ['modules.']);
  const own = progress.items.flatMap((item) => {
    const standing = student.items[item.id];
    return standing ? [{ ...item, ...standing }] : [];
  });
  return (
    <ul className="divide-y divide-line border-s-2 border-line ps-3">
      {own.map(({ id, kind, title, state, how, completion_rule }) => {
        const isDone = state === 'done';
        const to = how === 'override' ? 'rule' : isDone ? 'not_done' : 'done';
        const body: { student_ids: string[]; to: typeof to } = { student_ids: [student.student_id], to };
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            {isDone ? (
              <Check role="img" aria-label={t('itemStates.done')} className="size-4 shrink-0 text-ok" />
            ) : (
              <ItemIcon kind={kind} label={t(`kinds.${kind}`)} />
            )}
            <span className="min-w-0 flex-1 basis-40">
              <bdi className="block text-ink">{title}</bdi>
              <span className="text-small text-ink-3">
                {how === 'override' ? t('progress.byTeacher') : t(`ruleNames.${completion_rule}`)}
              </span>
            </span>
            <Button size="small" onClick={() => void attempt(() => complete({ params: { id }, body }))}>
              {t(to === 'rule' ? 'progress.byRule' : to === 'done' ? 'markDone' : 'markUndone')}
              <span className="hidden-visually">, {title}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
