'use client';
import { type ApprovalStep, approverRoles, listApprovers } from '@k12/contracts/planning/approvals';
import { Button } from '@k12/ui/button';
import { MultiSelect } from '@k12/ui/multi-select';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';

interface Props {
  steps: readonly ApprovalStep[];
  schoolId: string | null;
  onChange: (steps: ApprovalStep[]) => void;
}

const mostSteps = 3;
const named = 'named';

/** One to three steps, each of a role or of named people, of whom one decides or all must. */
export function RouteSteps({ steps, schoolId, onChange }: Props) {
  const t = useTranslations('planning-approvals.routes');
  const people = useApi(listApprovers, { query: schoolId ? { school_id: schoolId } : {} });
  const options = (people.data?.data ?? []).map(({ id, display_name }) => ({
    value: id,
    label: display_name,
  }));
  const replace = (at: number, step: ApprovalStep) =>
    onChange(steps.map((one, i) => (i === at ? step : one)));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-small font-semibold">{t('steps')}</legend>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <div key={at} className="grid gap-3 rounded-card border border-line p-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-medium">{t('stepNumber', { number: at + 1 })}</span>
            {steps.length > 1 && (
              <Button size="small" variant="quiet" onClick={() => onChange(steps.filter((_, i) => i !== at))}>
                {t('removeStep')}
              </Button>
            )}
          </div>
          <StepFields step={step} options={options} onChange={(changed) => replace(at, changed)} />
        </div>
      ))}
      {steps.length < mostSteps && (
        <Button
          size="small"
          className="justify-self-start"
          onClick={() => onChange([...steps, { mode: 'any', role: 'admin', user_ids: [] }])}
        >
          {t('addStep')}
        </Button>
      )}
    </fieldset>
  );
}

interface FieldsProps {
  step: ApprovalStep;
  options: { value: string; label: string }[];
  onChange: (step: ApprovalStep) => void;
}

function StepFields({ step, options, onChange }: FieldsProps) {
  const t = useTranslations('planning-approvals.routes');
  const roles = useTranslations('planning-approvals.roles');
  const choose = (value: string) =>
    onChange({ ...step, role: approverRoles.find((role) => role === value) ?? null, user_ids: [] });
  return (
    <>
      <SegmentedControl
        label={t('mode')}
        value={step.mode}
        onValueChange={(mode) => onChange({ ...step, mode: mode === 'all' ? 'all' : 'any' })}
        options={(['any', 'all'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <SelectField
        label={t('approvers')}
        value={step.role ?? named}
        onValueChange={choose}
        options={[
          ...approverRoles.map((role) => ({ value: role as string, label: roles(role) })),
          { value: named, label: t('people') },
        ]}
      />
      {step.role === null && (
        <MultiSelect
          label={t('people')}
          options={options}
          values={step.user_ids}
          onValuesChange={(user_ids) => onChange({ ...step, user_ids: [...user_ids] })}
        />
      )}
    </>
  );
}
