'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import {
  type ApprovalRoute,
  type ApprovalStep,
  createApprovalRoute,
  updateApprovalRoute,
} from '@k12/contracts/planning/approvals';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RouteSteps } from './route-steps.tsx';

interface Props {
  /** Null adds a rule. */
  route: ApprovalRoute | null;
  onClose: () => void;
}

const oneLead: ApprovalStep = { mode: 'any', role: 'curriculum_lead', user_ids: [] };

/** Place, steps and time of one rule; the place of a rule stays what it was made for. */
export function RouteDialog({ route, onClose }: Props) {
  const t = useTranslations('planning-approvals.routes');
  const tc = useTranslations('common');
  const { values, change, send, isBusy } = useRouteForm(route, onClose);
  const schools = useApi(listSchools, { query: {} });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(route ? 'editTitle' : 'newTitle')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" loading={isBusy} onClick={() => void send()}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-2">
        {!route && (
          <>
            <SelectField
              label={t('school')}
              value={values.school_id ?? ''}
              onValueChange={(school) => change({ school_id: school || null })}
              placeholder={t('everySchool')}
              options={(schools.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              label={t('subject')}
              hint={t('subjectHint')}
              maxLength={80}
              value={values.subject ?? ''}
              onChange={(event) => change({ subject: event.target.value || null })}
            />
          </>
        )}
        <Checkbox
          label={t('enabled')}
          checked={values.enabled}
          onCheckedChange={(enabled) => change({ enabled })}
        />
        <RouteSteps
          steps={values.steps}
          schoolId={values.school_id}
          onChange={(steps) => change({ steps })}
        />
        <NumberField
          label={t('dueDays')}
          min={1}
          max={90}
          value={values.due_days}
          onValueChange={(due_days) => change({ due_days })}
        />
        <Checkbox
          label={t('publish')}
          checked={values.publish_on_approval}
          onCheckedChange={(publish_on_approval) => change({ publish_on_approval })}
        />
      </div>
    </Dialog>
  );
}

function useRouteForm(route: ApprovalRoute | null, onClose: () => void) {
  const attempt = useAttempt();
  const create = useChange(createApprovalRoute);
  const update = useChange(updateApprovalRoute);
  const [isBusy, setBusy] = useState(false);
  const [values, setValues] = useState({
    school_id: route?.school_id ?? null,
    subject: route?.subject ?? null,
    enabled: route?.enabled ?? true,
    steps: route ? route.steps.map(asGiven) : [oneLead],
    due_days: route ? route.due_days : 7,
    publish_on_approval: route?.publish_on_approval ?? false,
  });
  const change = (changes: Partial<typeof values>) => setValues((now) => ({ ...now, ...changes }));
  const send = async () => {
    const { school_id, subject, ...rest } = values;
    setBusy(true);
    const worked = await attempt(() =>
      route
        ? update({ params: { id: route.id }, body: { ...rest, lock_version: route.lock_version } })
        : create({ body: { ...rest, school_id, subject: subject?.trim() || null, pack_key: null } }),
    );
    setBusy(false);
    if (worked) onClose();
  };
  return { values, change, send, isBusy };
}

function asGiven({ mode, role, people }: ApprovalRoute['steps'][number]): ApprovalStep {
  return { mode, role, user_ids: people.map((person) => person.id) };
}
