'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import type { PlanPreview } from '@k12/contracts/planning/transitions';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useJoined } from '@/lib/joined.ts';

interface Props {
  unit: UnitPlan;
  preview: PlanPreview;
}

/** What the step does, one line each; the last says how it is taken back. */
export function PublishFacts({ unit, preview }: Props) {
  const t = useTranslations('planning-publish');
  const tw = useTranslations('planning-preview.warnings');
  const joined = useJoined();
  const { published, draft, schedule, warnings, can, state } = preview;
  const courses = new Set(schedule.map(({ course_name }) => course_name));
  return (
    <>
      <dl className="grid gap-x-5 gap-y-3 tablet:grid-cols-[auto_minmax(0,1fr)]">
        <Fact label={t('version')}>
          {published ? t('replaces', { number: published.version_number }) : t('firstVersion')}
        </Fact>
        <Fact label={t('readers')}>
          {t(`homes.${unit.home}`)} {t('noStudents')}
        </Fact>
        <Fact label={t('lessons')}>{t('lessonsCount', { count: draft.lessons.length })}</Fact>
        {courses.size > 0 && <Fact label={t('courses')}>{joined(courses)}</Fact>}
        <Fact label={t('approval')}>
          <Approval preview={preview} />
        </Fact>
        {warnings.length > 0 && (
          <Fact label={t('worthKnowing')}>
            {warnings.map(({ code }) => tw(code, { section: '' })).join(' ')}
          </Fact>
        )}
      </dl>
      <p className="mt-4 text-small text-ink-2">
        {can.publish ? state !== 'approved' && t('backPublish') : t('backSubmit')}
      </p>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-ink-2 max-tablet:-mb-3 max-tablet:text-small">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** How many people are named before the rest is counted. */
const named = 3;

/** Whether somebody has to approve it, by which rule, and who that is (PLN-45). */
function Approval({ preview }: { preview: PlanPreview }) {
  const t = useTranslations('planning-publish');
  const joined = useJoined();
  const { approval, can, state } = preview;
  if (state === 'approved') return t('approvals.given');
  if (!approval.required || !approval.rule) return t('approvals.none');
  const { subject, school_name, publish_on_approval } = approval.rule;
  const parts = [subject, school_name].filter((part) => part !== null);
  const rule = parts.length > 0 ? parts.join(' · ') : t('everyPlan');
  if (can.publish) return t('approvals.own', { rule });
  const rest = approval.approvers.length - named;
  const names = approval.approvers.slice(0, named).map((person) => person.display_name);
  if (rest > 0) names.push(t('morePeople', { count: rest }));
  const asked = t(names.length > 0 ? 'approvals.asked' : 'approvals.askedOfAdmins', {
    rule,
    names: joined(names),
  });
  const many = approval.steps > 1 ? t('steps', { count: approval.steps }) : '';
  return [asked, many, t(publish_on_approval ? 'thenPublished' : 'thenYou')].filter(Boolean).join(' ');
}
