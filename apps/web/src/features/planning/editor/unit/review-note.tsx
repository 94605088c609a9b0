'use client';
import { getApproval, listApprovals, type WholeApprovalRequest } from '@k12/contracts/planning/approvals';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { Banner } from '@k12/ui/banner';
import { LinkButton } from '@k12/ui/link-button';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { ReviewThreads } from '../../approvals/review-threads.tsx';

/** Where a unit is on its way through approval, and what came back with it (PLN-47, PLN-153). */
export function ReviewNote({ unit }: { unit: UnitPlan }) {
  const newest = useApi(listApprovals, {
    query: { of: 'all', plan_id: unit.id, sort: '-submitted_at', limit: 1 },
  });
  const id = newest.data?.data[0]?.id;
  const request = useApi(getApproval, id ? { params: { id } } : null);
  if (!request.data) return null;
  return (
    <div className="mb-5">
      <Standing request={request.data} />
      <ReviewThreads planId={unit.id} />
    </div>
  );
}

const tones = { pending: 'info', returned: 'warn', approved: 'ok' } as const;

function Standing({ request }: { request: WholeApprovalRequest }) {
  const t = useTranslations('planning-approvals');
  const joined = useJoined();
  const { state, version_number: number, decisions, approvers } = request;
  if (state !== 'pending' && state !== 'returned' && state !== 'approved') return null;
  const decided = decisions.findLast(({ decision }) => decision === 'return' || decision === 'approve');
  const name = decided?.person.display_name ?? '';
  const names = approvers.filter((person) => !person.decided).map((person) => person.display_name);
  return (
    <Banner
      tone={tones[state]}
      title={t(`note.${state}`, { number, name, names: joined(names) })}
      actions={
        <LinkButton size="small" href={`${paths.planApprovals()}?of=all&open=${request.id}`}>
          {t('note.open')}
        </LinkButton>
      }
    >
      {state !== 'pending' && decided?.comment ? (
        <span dir="auto" className="whitespace-pre-wrap">
          {decided.comment}
        </span>
      ) : (
        t(`note.${state}Text`)
      )}
    </Banner>
  );
}
