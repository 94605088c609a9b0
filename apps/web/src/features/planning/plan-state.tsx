'use client';
import type { PackTerminology } from '@k12/contracts/planning/packs';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { usePackWords } from './pack-words.ts';

interface Stated {
  state: 'draft' | 'submitted' | 'approved' | 'returned' | 'published' | 'archived';
  current_version_number: number | null;
  published_version_number: number | null;
}

interface Props {
  plan: Stated;
  /** Packs may give states other names (PLN-56). */
  terminology?: PackTerminology | undefined;
}

const looks: Record<Stated['state'], Status> = {
  draft: 'draft',
  submitted: 'in_review',
  approved: 'approved',
  returned: 'returned',
  published: 'published',
  archived: 'archived',
};

/** What is live, and beside it what the next version is up to: `Published v9`, `v12 in review`. */
export function PlanStateBadges({ plan, terminology }: Props) {
  const t = useTranslations('planning-library');
  const words = usePackWords();
  const { state, published_version_number: live, current_version_number: current } = plan;
  const name = words(terminology?.states?.[state]) || t(`states.${state}`);
  const next = state !== 'published' && state !== 'archived';
  return (
    <>
      {live !== null && <StatusBadge status="published">{t('live', { number: live })}</StatusBadge>}
      {(live === null || next || state === 'archived') && (
        <StatusBadge status={looks[state]}>
          {state === 'submitted' && current !== null ? t('inReview', { number: current }) : name}
        </StatusBadge>
      )}
    </>
  );
}
