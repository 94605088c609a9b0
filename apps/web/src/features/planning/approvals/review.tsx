'use client';
import { getApproval, openApprovalDiff, type WholeApprovalRequest } from '@k12/contracts/planning/approvals';
import type { PlanChange } from '@k12/contracts/planning/plan-diff';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { LinkButton } from '@k12/ui/link-button';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { DiffView } from '../history/diff-view.tsx';
import { usePackWords } from '../pack-words.ts';
import { ApprovalBadge } from './approval-badge.tsx';
import { CommentOnChange } from './comment-on-change.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DecisionList } from './decision-list.tsx';
import { ReviewThreads } from './review-threads.tsx';

interface Props {
  id: string;
  onClose: () => void;
  onDecided: (byKey: boolean) => void;
}

/** The difference first, then who has said what, and the decision at hand all the while (PLN-49). */
export function Review({ id, onClose, onDecided }: Props) {
  const t = useTranslations('planning-approvals');
  const words = usePackWords();
  const request = useApi(getApproval, { params: { id } });
  const diff = useApi(openApprovalDiff, { params: { id } });
  const commentOn = (change: PlanChange) =>
    request.data?.can.decide && (
      <CommentOnChange request={request.data} path={change.path} name={words(change.label)} />
    );
  return (
    <section aria-label={t('review')}>
      <Button variant="quiet" icon={<ArrowLeft aria-hidden />} className="laptop:hidden" onClick={onClose}>
        {t('backToQueue')}
      </Button>
      <RegionBody reply={request}>
        {(data) => (
          <>
            <Head request={data} />
            <DecisionBar request={data} onDecided={onDecided} />
            <DecisionList request={data} />
            <ReviewThreads planId={data.plan.id} />
          </>
        )}
      </RegionBody>
      <h3 className="mt-6 text-large font-semibold">
        {request.data?.compared_number
          ? t('against', { number: request.data.compared_number })
          : t('againstNothing')}
      </h3>
      <RegionBody reply={diff}>{(data) => <DiffView diff={data} action={commentOn} />}</RegionBody>
    </section>
  );
}

function Head({ request }: { request: WholeApprovalRequest }) {
  const t = useTranslations('planning-approvals');
  const { plan, version_number, submitted_by, change_note } = request;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="font-serif text-title font-semibold [overflow-wrap:anywhere]">
          <bdi>{plan.title}</bdi>
        </h2>
        <ApprovalBadge request={request} />
        {plan.kind === 'unit' && (
          <LinkButton className="ms-auto" href={paths.planUnit(plan.id)}>
            {t('openPlan')}
          </LinkButton>
        )}
      </div>
      <p className="mt-1 text-ink-2">
        {t('handedIn', { number: version_number, name: submitted_by.display_name })}
        {plan.school_name && ` · ${plan.school_name}`}
      </p>
      {change_note && <p className="mt-1 text-ink-2">“{change_note}”</p>}
      {request.state === 'pending' && request.draft_differs && (
        <div className="mt-3">
          <Banner tone="info">{t('draftDiffers', { number: version_number })}</Banner>
        </div>
      )}
    </>
  );
}
