'use client';
import {
  type BumpProposal,
  bumpSessions,
  declineBumpProposal,
  listBumpProposals,
} from '@k12/contracts/planning/lesson-sessions';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { scheduleViews } from './schedule-views.ts';

/** A day that changed asks each section; accepting pushes its lessons, declining leaves them (PLN-115, PLN-125). */
export function ChangedDays() {
  const { data } = useApi(listBumpProposals, {});
  if (!data || data.data.length === 0) return null;
  return (
    <div className="mb-4 grid gap-2">
      {data.data.map((proposal) => (
        <Question key={proposal.id} proposal={proposal} />
      ))}
    </div>
  );
}

function Question({ proposal }: { proposal: BumpProposal }) {
  const t = useTranslations('planning-calendar');
  const dates = useDates();
  const attempt = useAttempt();
  const bump = useChange(bumpSessions, scheduleViews);
  const decline = useChange(declineBumpProposal, scheduleViews);
  const { id, section_id, day_on, reason } = proposal;
  const meetings = reason === 'holiday_removed' ? -1 : 1;
  const accept = () =>
    attempt(() => bump({ body: { section_ids: [section_id], from: day_on, meetings, proposal_id: id } }), {
      done: t('saved'),
    });
  return (
    <Banner tone="info">
      <div className="flex flex-wrap items-center gap-3">
        <span>
          {t(`reasons.${reason}`, {
            day: dates.shortDay(day_on),
            section: `${proposal.course_name} ${proposal.section_name}`,
            count: proposal.sessions_count,
          })}
        </span>
        <Button size="small" onClick={accept}>
          {t(meetings > 0 ? 'forward' : 'back')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => attempt(() => decline({ params: { id } }))}>
          {t('leave')}
        </Button>
      </div>
    </Banner>
  );
}
