'use client';
import {
  createPlanBulkAction,
  type PlanBulkCreate,
  type PlanBulkResult,
} from '@k12/contracts/planning/plan-bulk';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  units: readonly UnitPlan[];
  onDone: () => void;
}

/** What is done, without to which. */
type Act = PlanBulkCreate extends infer Each
  ? Each extends PlanBulkCreate
    ? Omit<Each, 'plan_ids'>
    : never
  : never;

/** One act on all selected units; what could not be done is listed, the rest is done (PLN-23). */
export function BulkActions({ units, onDone }: Props) {
  const t = useTranslations('planning-library.bulk');
  const attempt = useAttempt();
  const send = useChange(createPlanBulkAction, ['unit_plans.']);
  const [failed, setFailed] = useState<readonly PlanBulkResult[]>([]);
  const [isTagging, setTagging] = useState(false);
  const plan_ids = units.map(({ id }) => id);
  const run = async (act: Act, done: string, undo?: Act) => {
    await attempt(
      async () => {
        const { results } = await send({ body: { ...act, plan_ids } as PlanBulkCreate });
        setFailed(results.filter(({ status }) => status === 'failed'));
      },
      { done, ...(undo && { undo: () => send({ body: { ...undo, plan_ids } as PlanBulkCreate }) }) },
    );
    onDone();
  };
  const count = units.length;
  return (
    <>
      <Button size="small" onClick={() => setTagging(true)}>
        {t('tag')}
      </Button>
      <Button
        size="small"
        onClick={() => void run({ action: 'archive', confirm: false }, t('archived', { count }))}
      >
        {t('archive')}
      </Button>
      <Button
        size="small"
        onClick={() =>
          void run({ action: 'delete', confirm: false }, t('binned', { count }), { action: 'restore' })
        }
      >
        {t('toBin', { count })}
      </Button>
      {isTagging && (
        <TagDialog
          onClose={() => setTagging(false)}
          onTag={(tags) => {
            setTagging(false);
            void run({ action: 'tag', tags }, t('tagged', { count }));
          }}
        />
      )}
      {failed.length > 0 && <FailedDialog results={failed} onClose={() => setFailed([])} />}
    </>
  );
}

function TagDialog({ onTag, onClose }: { onTag: (tags: string[]) => void; onClose: () => void }) {
  const t = useTranslations('planning-library.bulk');
  const form = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('tags') ?? '');
    const tags = words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
    if (tags.length > 0) onTag(tags);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('tag')}
      footer={
        <Button type="submit" form={form} variant="primary">
          {t('tag')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="pb-2">
        <TextField name="tags" label={t('tags')} hint={t('tagsHint')} autoComplete="off" />
      </form>
    </Dialog>
  );
}

function FailedDialog({ results, onClose }: { results: readonly PlanBulkResult[]; onClose: () => void }) {
  const t = useTranslations('planning-library.bulk');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('failed', { count: results.length })}>
      <ul className="grid gap-1.5 pb-4">
        {results.map(({ plan_id, title, detail }) => (
          <li key={plan_id}>
            <bdi className="font-medium">{title}</bdi> <span className="text-ink-2">{detail}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
