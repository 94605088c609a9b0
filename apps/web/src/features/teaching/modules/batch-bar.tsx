'use client';
import { changeModuleItems, type ItemsBatch, revertCourseChange } from '@k12/contracts/teaching/module-items';
import type { CourseModule, ModuleItem } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { RuleDialog } from './item-menu.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';

interface Props {
  courseId: string;
  items: readonly ModuleItem[];
  modules: readonly CourseModule[];
  onDone: () => void;
}

/** One act on all chosen items, and one undo for it (TCH-27). */
export function BatchBar({ courseId, items, modules, onDone }: Props) {
  const t = useTranslations('teaching-modules');
  const joined = useJoined();
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const toast = useToast();
  const change = useChange(changeModuleItems, ['modules.']);
  const revert = useChange(revertCourseChange, ['modules.']);
  const [open, setOpen] = useState<'move' | 'schedule' | 'rule' | null>(null);
  const run = async (action: ItemsBatch['action']) => {
    setOpen(null);
    const body = { item_ids: items.map(({ id }) => id), action };
    await attempt(async () => {
      const { change_id, changed_count, refused } = await change({ params: { id: courseId }, body });
      const words = [t('changed', { count: changed_count })];
      if (refused.length > 0) words.push(t('refused', { titles: joined(refused.map(({ title }) => title)) }));
      const undo = async () => {
        if (change_id) await attempt(() => revert({ params: { id: change_id }, body: {} }));
      };
      toast.show({
        message: words.join(' '),
        ...(change_id && { action: { label: tc('undo'), onPress: () => void undo() } }),
      });
    });
    onDone();
  };
  return (
    <section
      aria-label={t('batch')}
      className="sticky bottom-3 z-sticky mt-4 max-tablet:bottom-20 flex flex-wrap items-center gap-2 rounded-card border border-line-strong bg-raised p-2.5 shadow-float"
    >
      <span className="me-2 ps-1 font-medium">{t('selected', { count: items.length })}</span>
      <Button size="small" onClick={() => void run({ kind: 'publish' })}>
        {t('publish')}
      </Button>
      <Button size="small" onClick={() => void run({ kind: 'unpublish' })}>
        {t('unpublish')}
      </Button>
      <Button size="small" onClick={() => setOpen('schedule')}>
        {t('scheduleShort')}
      </Button>
      <Button size="small" onClick={() => setOpen('move')}>
        {t('moveTo')}
      </Button>
      <Button size="small" onClick={() => setOpen('rule')}>
        {t('completion')}
      </Button>
      <Button size="small" onClick={() => void run({ kind: 'delete' })}>
        {t('delete')}
      </Button>
      <Button size="small" variant="quiet" onClick={onDone}>
        {t('selectNone')}
      </Button>
      {open === 'schedule' && (
        <ScheduleDialog
          title={t('scheduleShort')}
          onClose={() => setOpen(null)}
          onChoose={(publish_at) => void run({ kind: 'schedule', publish_at })}
        />
      )}
      {open === 'move' && (
        <MoveDialog
          modules={modules}
          count={items.length}
          onClose={() => setOpen(null)}
          onMove={(module_id) => void run({ kind: 'move', module_id })}
        />
      )}
      {open === 'rule' && (
        <RuleDialog
          kinds={items.map(({ kind }) => kind)}
          rule="none"
          minimum={null}
          onClose={() => setOpen(null)}
          onChoose={(completion_rule, completion_minimum) =>
            void run({ kind: 'completion', completion_rule, completion_minimum })
          }
        />
      )}
    </section>
  );
}
