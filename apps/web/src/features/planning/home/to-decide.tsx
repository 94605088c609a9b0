'use client';
import { type ApprovalRequest, listApprovals } from '@k12/contracts/planning/approvals';
import { LinkButton } from '@k12/ui/link-button';
import { List, ListRow } from '@k12/ui/list-row';
import { SubjectDot } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { Region } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { ApprovalBadge } from '../approvals/approval-badge.tsx';
import { hueOf } from '../subject-hue.ts';

/** The plans that wait for one's own word, the most urgent first; a row leads straight to what it changes. */
export function ToDecide() {
  const t = useTranslations('planning-home');
  const queue = useApi(listApprovals, { query: { of: 'to_decide', limit: 5 } });
  return (
    <Region title={t('toDecide')} reply={queue}>
      {({ data }: { data: readonly ApprovalRequest[] }) =>
        data.length === 0 ? (
          <p className="text-ink-3">{t('nothingToDecide')}</p>
        ) : (
          <>
            <List framed>
              {data.map((request) => (
                <ListRow
                  key={request.id}
                  href={`${paths.planApprovals()}?open=${request.id}`}
                  lead={<SubjectDot subject={hueOf(request.plan.subjects[0])} />}
                  title={<bdi>{request.plan.title}</bdi>}
                  description={
                    <>
                      <bdi>{request.submitted_by.display_name}</bdi> · <Ago at={request.submitted_at} />
                    </>
                  }
                  end={<ApprovalBadge request={request} />}
                />
              ))}
            </List>
            <LinkButton href={paths.planApprovals()} className="mt-3" size="small">
              {t('allToDecide')}
            </LinkButton>
          </>
        )
      }
    </Region>
  );
}
