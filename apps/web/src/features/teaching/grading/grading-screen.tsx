'use client';
import {
  type GradedWork,
  type GradingFrame,
  getGradedWork,
  getGradingFrame,
} from '@k12/contracts/teaching/grading';
import { EmptyState } from '@k12/ui/empty-state';
import { SkeletonRows } from '@k12/ui/skeleton';
import { Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { CommentPart } from './comment-part.tsx';
import { GradingColumn } from './grading-column.tsx';
import { GradingFooter } from './grading-footer.tsx';
import { GradingHeader } from './grading-header.tsx';
import { GradingTools } from './grading-tools.tsx';
import { readGradingView } from './grading-view.ts';
import { type OneCriterion, RubricPart } from './rubric-part.tsx';
import { ScorePart } from './score-part.tsx';
import { useGradingKeys } from './use-grading-keys.ts';
import { type Order, useOrder } from './use-order.ts';
import { useWorkSaves } from './use-work-saves.ts';

const WorkPane = dynamic(
  loaded(() => import('./work-pane.tsx').then((module) => module.WorkPane)),
  {
    loading: () => <SkeletonRows rows={8} />,
  },
);

interface Props {
  courseId: string;
  assignmentId: string;
  studentId: string;
}

/** One work after the other: what was handed in, beside it score, rubric and comment in the order of the hand. */
export function GradingScreen({ courseId, assignmentId, studentId }: Props) {
  const t = useTranslations('teaching-grading');
  const params = useSearchParams();
  const query = useMemo(() => readGradingView(Object.fromEntries(params)), [params]);
  const frame = useApi(getGradingFrame, { params: { id: assignmentId }, query });
  useRecordCrumb(frame.data?.assignment.title);
  const open = useRef(studentId);
  return (
    <RegionBody reply={frame}>
      {(data) =>
        data.student_ids.length === 0 ? (
          <div className="p-8">
            <EmptyState icon={<Users aria-hidden />} title={t('noneTitle')}>
              {t('noneText')}
            </EmptyState>
          </div>
        ) : (
          <Grading
            key={JSON.stringify(query)}
            criterionId={query.criterion_id}
            {...{ courseId, assignmentId, studentId, open }}
            frame={data}
            onChanged={() => frame.mutate()}
          />
        )
      }
    </RegionBody>
  );
}

interface GradingProps extends Props {
  criterionId: string | undefined;
  /** Whose work was open last, also before the way of grading changed. */
  open: RefObject<string>;
  frame: GradingFrame;
  onChanged: () => unknown;
}

function Grading({ courseId, assignmentId, studentId, frame, criterionId, open, onChanged }: GradingProps) {
  const t = useTranslations('teaching-grading');
  const [judged, setJudged] = useState(frame.counts.judged ?? 0);
  const [wanted] = useState(() => open.current);
  const known = frame.student_ids.includes(wanted);
  const first = known ? wanted : (frame.student_ids[0] ?? studentId);
  const order = useOrder({ courseId, assignmentId, ids: frame.student_ids, first });
  useEffect(() => {
    open.current = order.current;
  }, [open, order.current]);
  const request = { params: { id: assignmentId, student_id: order.current } };
  const work = useApi(getGradedWork, request);
  // What stays on the screen while the next is read would be another student’s.
  const shown = work.data?.student.student_id === order.current ? work.data : undefined;
  if (!shown)
    return (
      <div className="p-8" aria-busy={!work.error}>
        {work.error ? (
          <RegionBody reply={{ ...work, data: undefined }}>{() => null}</RegionBody>
        ) : (
          <SkeletonRows rows={8} />
        )}
        <span className="hidden-visually" role="status">
          {work.error ? '' : t('opening')}
        </span>
      </div>
    );
  const only = criterionId
    ? {
        ...{ id: criterionId, judged, all: order.ids.length },
        onJudged: (isFirst: boolean) => {
          if (isFirst) setJudged((now) => now + 1);
          order.open(order.next);
        },
      }
    : undefined;
  return <OneWork key={order.current} {...{ frame, order, only, onChanged }} work={shown} />;
}

interface OneWorkProps {
  work: GradedWork;
  frame: GradingFrame;
  order: Order;
  only: OneCriterion | undefined;
  onChanged: () => unknown;
}

function OneWork({ work, frame, order, only, onChanged }: OneWorkProps) {
  const t = useTranslations('teaching-grading');
  const score = useRef<HTMLInputElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const rubric = useRef<HTMLDivElement>(null);
  const [posting, setPosting] = useState(false);
  const [jumping, setJumping] = useState(false);
  const saves = useWorkSaves(work, order.current);
  useGradingKeys({
    ...{ work, frame, order, saves, score, comment, rubric, only },
    openPosting: () => setPosting(true),
    openJump: () => setJumping(true),
  });
  const position = t('position', {
    at: order.at + 1,
    all: order.ids.length,
    hidden: frame.counts.not_posted,
  });
  return (
    <div className="grid min-h-0 laptop:h-[calc(100dvh-3.5rem)] laptop:grid-cols-[minmax(0,1fr)_auto]">
      <section
        aria-label={t('work')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
        tabIndex={0}
        className="min-w-0 bg-sunken px-3 py-5 tablet:px-6 laptop:overflow-y-auto"
      >
        <WorkPane work={work} frame={frame} saves={saves} />
      </section>
      <GradingColumn>
        <GradingHeader work={work} order={order} timeZone={frame.assignment.time_zone} />
        <section
          className="min-h-0 flex-1 laptop:overflow-y-auto"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
          tabIndex={0}
          aria-label={t('marking')}
        >
          {!only && <ScorePart {...{ work, frame, saves, position }} field={score} />}
          <RubricPart {...{ work, frame, saves, only }} place={rubric} />
          <CommentPart {...{ work, frame, saves }} field={comment} />
          <GradingTools
            {...{ work, frame, order, posting, jumping, onChanged }}
            onPosting={setPosting}
            onJumping={setJumping}
            onReload={saves.reload}
          />
        </section>
        <GradingFooter {...{ work, frame, order, saves }} />
      </GradingColumn>
    </div>
  );
}
