'use client';
import type { LatePolicy } from '@k12/contracts/teaching/course-settings';
import { changeLatePolicy, previewLatePolicy } from '@k12/contracts/teaching/late-policy';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { RadioGroup } from '@k12/ui/radio-group';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { LatePolicyFields, usualLatePolicy } from './late-policy-fields.tsx';
import { Part, type PartProps } from './settings-part.tsx';

/** What late work costs; a change says first how many grades it moves (TCH-39, TCH-40). */
export function LatePart({ courseId, shown, disabled }: PartProps) {
  const t = useTranslations('teaching-settings');
  const kept = shown.settings.late_policy;
  const [policy, setPolicy] = useState<LatePolicy | null>(kept);
  const [isAsking, setAsking] = useState(false);
  const set = (part: Partial<LatePolicy>) =>
    setPolicy((known) => ({ ...(known ?? usualLatePolicy), ...part }));
  const isChanged = JSON.stringify(policy) !== JSON.stringify(kept);
  return (
    <Part title={t('late')} about={t('lateAbout')}>
      <Switch
        label={t('lateCosts')}
        checked={policy !== null}
        disabled={disabled}
        onCheckedChange={(isOn) => setPolicy(isOn ? (kept ?? usualLatePolicy) : null)}
      />
      {policy && <LatePolicyFields policy={policy} disabled={disabled} set={set} />}
      {isChanged && (
        <div className="flex gap-2">
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t('changeLate')}
          </Button>
          <Button variant="quiet" onClick={() => setPolicy(kept)}>
            {t('takeBack')}
          </Button>
        </div>
      )}
      {isAsking && (
        <ApplyDialog
          courseId={courseId}
          policy={policy}
          lockVersion={shown.lock_version}
          onClose={() => setAsking(false)}
        />
      )}
    </Part>
  );
}

const ways = ['from_now', 'ungraded', 'unlocked'] as const;

interface ApplyProps {
  courseId: string;
  policy: LatePolicy | null;
  lockVersion: number;
  onClose: () => void;
}

function ApplyDialog({ courseId, policy, lockVersion, onClose }: ApplyProps) {
  const t = useTranslations('teaching-settings');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const change = useChange(changeLatePolicy, ['gradebook.', 'assignments.']);
  const params = { id: courseId };
  const effect = useApi(previewLatePolicy, { params, body: { late_policy: policy } });
  const [apply, setApply] = useState<(typeof ways)[number]>('ungraded');
  const send = async () => {
    const body = { late_policy: policy, apply, lock_version: lockVersion };
    if (await attempt(() => change({ params, body }), { done: t('saved') })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('changeLate')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" onClick={() => void send()}>
            {t('changeLate')}
          </Button>
        </>
      }
    >
      <RegionBody reply={effect}>
        {({ cells_changed, students_changed, cells_locked }) => (
          <p className="mb-4 text-ink-2">
            {t('effect', { cells: cells_changed, students: students_changed })}{' '}
            {cells_locked > 0 && t('effectLocked', { count: cells_locked })}
          </p>
        )}
      </RegionBody>
      <RadioGroup
        label={t('applyTo')}
        value={apply}
        onValueChange={(next) => setApply(next as typeof apply)}
        options={ways.map((value) => ({ value, label: t(`applies.${value}`) }))}
      />
    </Dialog>
  );
}
