'use client';
import { listSchools } from '@k12/contracts/identity/schools';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { type CurriculumPushReport, createPush, type PushRule } from '@k12/contracts/planning/pushes';
import { listTemplates } from '@k12/contracts/planning/templates';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { usePackWords } from '../pack-words.ts';

interface Props {
  /** Schools chosen where the way here began. */
  chosen: string[];
  onClose: () => void;
  onSent: (id: string) => void;
}

type Rule = 'free' | PushRule['rule'];

/** What goes to which schools, path by path, with the counts before anything is sent (PLN-144, PLN-145). */
export function PushForm({ chosen, onClose, onSent }: Props) {
  const t = useTranslations('planning-pushes');
  const templates = useApi(listTemplates, { query: { offered: 'true', limit: 200 } });
  const schools = useApi(listSchools, { query: { state: 'active', limit: 200 } });
  const [planId, setPlanId] = useState('');
  const [schoolIds, setSchoolIds] = useState<string[]>(chosen);
  const [rules, setRules] = useState<Record<string, Rule>>({});
  const [reason, setReason] = useState('');
  const push = usePush({ planId, schoolIds, rules, reason }, onSent);
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      push.forget();
    };
  const isReady = planId !== '' && schoolIds.length > 0;
  return (
    <Drawer
      open
      title={t('new')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button disabled={!isReady} loading={push.isBusy} onClick={() => void push.look()}>
            {t('look')}
          </Button>
          <Button
            variant="primary"
            disabled={push.seen === null}
            loading={push.isBusy}
            onClick={() => void push.send()}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <SelectField
          label={t('template')}
          value={planId}
          placeholder={t('chooseTemplate')}
          onValueChange={change(setPlanId)}
          options={(templates.data?.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        />
        <MultiSelect
          label={t('schools')}
          values={schoolIds}
          onValuesChange={change(setSchoolIds)}
          options={(schools.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {planId && <Rules planId={planId} rules={rules} onChange={change(setRules)} />}
        {Object.values(rules).includes('locked') && (
          <TextField
            label={t('reason')}
            hint={t('reasonHint')}
            value={reason}
            maxLength={300}
            onChange={(event) => change(setReason)(event.target.value)}
          />
        )}
        {push.seen && <Foreseen report={push.seen} />}
      </div>
    </Drawer>
  );
}

interface Given {
  planId: string;
  schoolIds: string[];
  rules: Record<string, Rule>;
  reason: string;
}

function usePush(given: Given, onSent: (id: string) => void) {
  const t = useTranslations('planning-pushes');
  const attempt = useAttempt();
  const create = useChange(createPush);
  const [seen, setSeen] = useState<CurriculumPushReport | null>(null);
  const [isBusy, setBusy] = useState(false);
  const body = {
    what: { kind: 'plan' as const, plan_id: given.planId },
    school_ids: given.schoolIds,
    rules: Object.entries(given.rules).flatMap(([key, rule]) =>
      rule === 'free' ? [] : [{ path: `/${key}`, rule, reason: given.reason.trim() || null }],
    ),
  };
  const run = async (change: () => Promise<unknown>, done?: string) => {
    setBusy(true);
    await attempt(change, done ? { done } : {});
    setBusy(false);
  };
  return {
    seen,
    isBusy,
    forget: () => setSeen(null),
    look: () => run(async () => setSeen(await create({ body: { ...body, dry_run: true } }))),
    send: () =>
      run(async () => {
        const made = await create({ body });
        if (made.id) onSent(made.id);
      }, t('sent')),
  };
}

interface RulesProps {
  planId: string;
  rules: Record<string, Rule>;
  onChange: (rules: Record<string, Rule>) => void;
}

function Rules({ planId, rules, onChange }: RulesProps) {
  const t = useTranslations('planning-pushes');
  const words = usePackWords();
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: planId } });
  const sections = (schema.data?.schema?.sections ?? []).filter(
    ({ kind, hidden }) => !hidden && !['standards', 'resources', 'lessons'].includes(kind),
  );
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('rules')}</legend>
      <p className="text-ink-2 text-small">{t('rulesText')}</p>
      {sections.map(({ key, label }) => (
        <SelectField
          key={key}
          label={words(label)}
          value={rules[key] ?? 'free'}
          onValueChange={(value) => onChange({ ...rules, [key]: value as Rule })}
          options={(['free', 'recommended', 'locked'] as const).map((value) => ({
            value,
            label: t(`rule.${value}`),
          }))}
        />
      ))}
    </fieldset>
  );
}

function Foreseen({ report }: { report: CurriculumPushReport }) {
  const t = useTranslations('planning-pushes');
  const { deliver, lock, offer, none } = report.counts;
  return (
    <Banner tone="info" live title={t('foreseen')}>
      {t('foreseenText', { deliver, lock, offer, none })}
    </Banner>
  );
}
