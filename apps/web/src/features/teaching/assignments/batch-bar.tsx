'use client';
import type { RequestOf } from '@k12/contracts';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { type AssignmentBatchResult, batchAssignments } from '@k12/contracts/teaching/assignments-batch';
import type { GradeCategory } from '@k12/contracts/teaching/grade-categories';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Menu, MenuGroup, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { usePageActions } from '@/shell/page-actions.ts';

const ShiftDialog = dynamic(
  loaded(() => import('./shift-dialog.tsx').then((module) => module.ShiftDialog)),
  { loading: nothingYet },
);
const DeleteDialog = dynamic(
  loaded(() => import('./delete-dialog.tsx').then((module) => module.DeleteDialog)),
  { loading: nothingYet },
);

interface Props {
  courseId: string;
  chosen: readonly Assignment[];
  categories: readonly GradeCategory[];
  onClear: () => void;
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Act = Without<RequestOf<typeof batchAssignments>['body'], 'assignment_ids'>;

interface Does {
  shift: () => void;
  run: (act: Act) => unknown;
}

/** The same from the palette, while something is ticked. */
function useBatchActions(chosen: readonly Assignment[], { shift, run }: Does) {
  const t = useTranslations('teaching-assignments');
  const hint = t('ticked', { count: chosen.length });
  const actions = [
    { key: 'shift', label: t('shift'), hint, run: shift },
    {
      key: 'publish',
      label: t('publish'),
      hint,
      run: () => run({ action: 'publish', accept_warnings: true }),
    },
    { key: 'close', label: t('close'), hint, run: () => run({ action: 'close' }) },
  ];
  usePageActions(chosen.length > 0 ? actions : []);
}

/** What can be done with several at once; every refusal is named with its reason (TCH-49). */
export function BatchBar({ courseId, chosen, categories, onClear }: Props) {
  const t = useTranslations('teaching-assignments');
  const attempt = useAttempt();
  const batch = useChange(batchAssignments, ['assignments.', 'courses.dates_grid', 'grade_categories.']);
  const [refused, setRefused] = useState<readonly AssignmentBatchResult[]>([]);
  const [asks, setAsks] = useState<'shift' | 'delete' | null>(null);
  const ids = chosen.map(({ id }) => id);
  const run = async (act: Act) => {
    setAsks(null);
    await attempt(async () => {
      const body = { ...act, assignment_ids: ids };
      const { results } = await batch({ params: { id: courseId }, body });
      setRefused(results.filter(({ status }) => status === 'refused'));
      onClear();
    });
  };
  const isBin = chosen.every(({ state }) => state === 'deleted');
  useBatchActions(isBin ? [] : chosen, { shift: () => setAsks('shift'), run });
  return (
    <div role="status" className="sticky top-0 z-sticky">
      {refused.length > 0 && (
        <Banner tone="warn" title={t('refused', { count: refused.length })} onDismiss={() => setRefused([])}>
          <ul>
            {refused.map((result) => (
              <li key={result.assignment_id}>
                <bdi className="font-medium">{result.title}</bdi>: {result.detail}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {chosen.length > 0 && (
        <div className="mb-2 flex flex-wrap items-center gap-2 rounded-card bg-board-tint px-3 py-1.5 text-small">
          <span className="font-semibold text-board tabular-nums">
            {t('ticked', { count: chosen.length })}
          </span>
          {isBin ? (
            <Button size="small" onClick={() => void run({ action: 'restore' })}>
              {t('restore')}
            </Button>
          ) : (
            <>
              <Button size="small" onClick={() => void run({ action: 'publish', accept_warnings: true })}>
                {t('publish')}
              </Button>
              <Button size="small" onClick={() => void run({ action: 'close' })}>
                {t('close')}
              </Button>
              <Button size="small" onClick={() => setAsks('shift')}>
                {t('shift')}
              </Button>
              <Menu
                trigger={
                  <Button size="small" icon={<ChevronDown aria-hidden />}>
                    {t('more')}
                  </Button>
                }
              >
                <MenuGroup label={t('category')}>
                  {categories.map(({ id, name }) => (
                    <MenuItem key={id} onPress={() => void run({ action: 'set_category', category_id: id })}>
                      <bdi>{name}</bdi>
                    </MenuItem>
                  ))}
                  <MenuItem onPress={() => void run({ action: 'set_category', category_id: null })}>
                    {t('noCategory')}
                  </MenuItem>
                </MenuGroup>
                <MenuSeparator />
                <MenuGroup label={t('posting')}>
                  {(['course', 'automatic', 'manual'] as const).map((posting_policy) => (
                    <MenuItem
                      key={posting_policy}
                      onPress={() => void run({ action: 'set_posting_policy', posting_policy })}
                    >
                      {t(`postings.${posting_policy}`)}
                    </MenuItem>
                  ))}
                </MenuGroup>
                <MenuSeparator />
                <MenuItem danger onPress={() => setAsks('delete')}>
                  {t('delete')}
                </MenuItem>
              </Menu>
            </>
          )}
          <Button size="small" variant="quiet" className="ms-auto" onClick={onClear}>
            {t('clear')}
          </Button>
        </div>
      )}
      {asks === 'shift' && (
        <ShiftDialog
          courseId={courseId}
          chosen={chosen}
          onClose={() => setAsks(null)}
          onShift={(school_days) => void run({ action: 'shift_dates', school_days })}
        />
      )}
      {asks === 'delete' && (
        <DeleteDialog
          chosen={chosen}
          onClose={() => setAsks(null)}
          onDelete={() => void run({ action: 'delete', confirm: true })}
        />
      )}
    </div>
  );
}
