'use client';
import type { PlanChange } from '@k12/contracts/planning/plan-diff';
import type { PlanDiff } from '@k12/contracts/planning/versions';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { EmptyState } from '@k12/ui/empty-state';
import { IconButton } from '@k12/ui/icon-button';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { usePackWords } from '../pack-words.ts';
import { ChangeRow, type DiffLook } from './change-row.tsx';
import { useChangeSteps } from './use-change-steps.ts';

interface Props {
  diff: Pick<PlanDiff, 'changes' | 'lessons' | 'coarse'>;
  /** Something to do with one change, such as bringing the old words back. */
  action?: ((change: PlanChange) => ReactNode) | undefined;
}

/** What differs between two states of a plan: field by field, inline or beside each other (PLN-34). */
export function DiffView({ diff, action }: Props) {
  const t = useTranslations('planning-history');
  const [look, setLook] = useState<DiffLook>('inline');
  const [hidesLooks, setHidesLooks] = useState(false);
  const shown = (changes: readonly PlanChange[]) =>
    changes.filter((change) => !hidesLooks || !change.formatting_only);
  const lessons = diff.lessons.map((lesson) => ({ ...lesson, changes: shown(lesson.changes) }));
  const changes = shown(diff.changes);
  const count = changes.length + lessons.reduce((sum, lesson) => sum + lesson.changes.length, 0);
  const steps = useChangeSteps(count);
  if (diff.changes.length === 0 && diff.lessons.length === 0)
    return (
      <EmptyState icon={<Equal aria-hidden />} title={t('sameTitle')}>
        {t('sameText')}
      </EmptyState>
    );
  return (
    <div>
      <div className="sticky top-0 z-sticky -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 bg-paper px-1 py-2">
        <p className="text-small text-ink-2" aria-live="polite">
          {t('changes', { count })}
        </p>
        <Checkbox label={t('hideLooks')} checked={hidesLooks} onCheckedChange={setHidesLooks} />
        <div className="ms-auto flex items-center gap-1">
          <SegmentedControl
            label={t('look')}
            value={look}
            onValueChange={(value) => setLook(value as DiffLook)}
            className="max-tablet:hidden"
            options={[
              { value: 'inline', label: t('inline') },
              { value: 'side', label: t('side') },
            ]}
          />
          <IconButton label={t('previous')} icon={<ArrowUp aria-hidden />} onClick={() => steps.go(-1)} />
          <IconButton label={t('next')} icon={<ArrowDown aria-hidden />} onClick={() => steps.go(1)} />
        </div>
      </div>
      {diff.coarse && <Banner tone="info">{t('coarse')}</Banner>}
      <div ref={steps.list}>
        <Sections changes={changes} look={look} action={action} />
        {lessons.map((lesson) => (
          <section key={lesson.lesson_plan_id} className="mt-8">
            <h2 className="border-b border-line pb-2 font-serif text-heading font-semibold">
              {t('lesson', { title: lesson.title })}
            </h2>
            <Sections changes={lesson.changes} look={look} />
          </section>
        ))}
      </div>
    </div>
  );
}

/** Changes of one section stand under one heading. */
function Sections({
  changes,
  look,
  action,
}: {
  changes: readonly PlanChange[];
  look: DiffLook;
  action?: Props['action'];
}) {
  const words = usePackWords();
  const groups = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const name = words(change.label).split(' · ')[0] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return [...groups].map(([name, list]) => (
    <section key={name} className="mt-6">
      <h3 className="text-small font-semibold text-ink-2">{name}</h3>
      <ul className="mt-2 grid gap-2">
        {list.map((change) => (
          <ChangeRow key={`${change.path}${change.status}`} change={change} look={look}>
            {action?.(change)}
          </ChangeRow>
        ))}
      </ul>
    </section>
  ));
}

/** Brings one field back to how the old version had it. */
export function RestoreFieldButton({ onPress, loading }: { onPress: () => void; loading?: boolean }) {
  const t = useTranslations('planning-history');
  return (
    <Button size="small" variant="quiet" loading={loading} onClick={onPress}>
      {t('restoreField')}
    </Button>
  );
}
