'use client';
import type { WholeApprovalRequest } from '@k12/contracts/planning/approvals';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';

/** Who decided what and when, and who is awaited. */
export function DecisionList({ request }: { request: WholeApprovalRequest }) {
  const t = useTranslations('planning-approvals');
  const joined = useJoined();
  const dates = useDates();
  const awaited = request.approvers.filter((person) => !person.decided);
  return (
    <div className="mt-4 grid gap-3">
      <ol className="grid gap-3" aria-label={t('decisions')}>
        {request.decisions.map((one) => (
          <li key={one.id} className="flex gap-3">
            <PersonAvatar id={one.person.id} name={one.person.display_name} size="small" />
            <div className="min-w-0">
              <p className="text-small text-ink-2">
                {t(`decided.${one.decision}`, {
                  name: one.person.display_name,
                  to: one.delegated_to?.display_name ?? '',
                })}
                {' · '}
                <time dateTime={one.decided_at}>{dates.ago(one.decided_at)}</time>
              </p>
              {one.comment && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{one.comment}</p>}
            </div>
          </li>
        ))}
      </ol>
      {request.state === 'pending' && awaited.length > 0 && (
        <p className="text-small text-ink-3">
          {t(request.step_mode === 'all' ? 'awaitsAll' : 'awaitsAny', {
            names: joined(awaited.map((person) => person.display_name)),
          })}
        </p>
      )}
    </div>
  );
}
