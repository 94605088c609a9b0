'use client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { explainTotal, type TotalExplanation } from '@k12/contracts/teaching/totals';
import { Drawer } from '@k12/ui/drawer';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { OverridePart } from '../course-grades/override-part.tsx';
import { Arithmetic } from './arithmetic.tsx';
import type { DialogProps } from './sheet-dialogs.tsx';

interface Props extends DialogProps {
  studentId: string;
  periodId: string | null;
}

type Kind = TotalExplanation['kind'];
type View = TotalExplanation['view'];

/** A total opened to its arithmetic, as the teacher or as the family sees it (TCH-118, TCH-186). */
export function ExplainDrawer({ store, studentId, periodId, mark, onClose }: Props) {
  const t = useTranslations('teaching-gradebook');
  const [kind, setKind] = useState<Kind>(store.book.course.total_shown);
  const [view, setView] = useState<View>('staff');
  const query = { kind, view, ...(periodId ? { grading_period_id: periodId } : {}) };
  const reply = useApi(explainTotal, {
    params: { id: store.book.course.id, student_id: studentId },
    query,
  });
  const row = store.row(studentId);
  const takeNews = async () => {
    const { course, state } = store.book;
    // What does not come now comes with the next round.
    await callApi(getGradebook, { params: { id: course.id }, query: { since: state } }).then(
      (news) => news.frame === store.book.frame && store.merge(news),
      () => undefined,
    );
  };
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('explain.title', { name: row?.name ?? '' })}
    >
      <div className="mb-4 flex flex-wrap gap-3">
        <SegmentedControl
          label={t('explain.kind')}
          value={kind}
          onValueChange={(next) => setKind(next as Kind)}
          options={[
            { value: 'so_far', label: t('explain.kinds.so_far') },
            { value: 'if_nothing_more', label: t('explain.kinds.if_nothing_more') },
          ]}
        />
        <SegmentedControl
          label={t('explain.view')}
          value={view}
          onValueChange={(next) => setView(next as View)}
          options={[
            { value: 'staff', label: t('explain.staff') },
            { value: 'posted', label: t('explain.family') },
          ]}
        />
      </div>
      <div className="grid gap-5">
        <RegionBody reply={reply}>{(data) => <Arithmetic explanation={data} mark={mark} />}</RegionBody>
        {store.book.can.override && view === 'staff' && (
          <OverridePart
            courseId={store.book.course.id}
            {...{ studentId, periodId, mark }}
            onDone={takeNews}
          />
        )}
      </div>
    </Drawer>
  );
}
