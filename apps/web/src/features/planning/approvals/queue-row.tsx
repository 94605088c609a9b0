'use client';
import type { ApprovalRequest } from '@k12/contracts/planning/approvals';
import { Checkbox } from '@k12/ui/checkbox';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { ApprovalBadge } from './approval-badge.tsx';

interface Props {
  request: ApprovalRequest;
  isOpen: boolean;
  onOpen: () => void;
  chosen: boolean;
  onChoose?: (() => void) | undefined;
}

/** One request: whose, about what, how much, since when and until when. */
export function QueueRow({ request, isOpen, onOpen, chosen, onChoose }: Props) {
  const t = useTranslations('planning-approvals');
  const joined = useJoined();
  const dates = useDates();
  const { plan, submitted_by, submitted_at, changed_fields_count: count, step, steps_count } = request;
  const facts = [
    joined(plan.subjects),
    plan.grade_levels.length > 0 && t('grades', { grades: joined(plan.grade_levels) }),
    t('changes', { count }),
    steps_count > 1 && t('step', { step, count: steps_count }),
  ];
  return (
    <li
      className={clsx(
        'flex items-start gap-2 rounded-card border px-3 py-3',
        isOpen ? 'border-board-line bg-board-tint' : 'border-line bg-raised',
      )}
    >
      {onChoose && (
        <Checkbox
          label={t('chooseOne', { title: plan.title })}
          hideLabel
          checked={chosen}
          onCheckedChange={onChoose}
        />
      )}
      <button type="button" aria-current={isOpen} onClick={onOpen} className="min-w-0 flex-1 text-start">
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-semibold [overflow-wrap:anywhere]">{plan.title}</bdi>
          <ApprovalBadge request={request} />
        </span>
        <span className="mt-0.5 block text-small text-ink-2">
          <bdi>{submitted_by.display_name}</bdi> · {dates.ago(submitted_at)}
        </span>
        <span className="block text-small text-ink-3">{facts.filter(Boolean).join(' · ')}</span>
      </button>
    </li>
  );
}
