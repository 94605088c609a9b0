'use client';
import {
  getSubscriptions,
  listFrameworks,
  putSubscriptions,
  type StandardFramework,
} from '@k12/contracts/planning/standard-frameworks';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { RadioGroup } from '@k12/ui/radio-group';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';

/** Which frameworks the teachers of a school find when they align (PLN-82, PLN-88). */
export function FrameworkChoice({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-standards.choice');
  const tc = useTranslations('common');
  const { me } = useSession();
  const [schoolId, setSchoolId] = useState(me.schools[0]?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[] | null>();
  const frameworks = useApi(listFrameworks, { query: { limit: 200 } });
  const saved = useApi(getSubscriptions, schoolId ? { params: { id: schoolId } } : null);
  const { sending, save } = useSave(schoolId, onClose);
  const close = useCloseGuard(chosen !== undefined, onClose);
  const now = chosen === undefined ? saved.data?.framework_ids : chosen;
  return (
    <Dialog
      open
      title={t('title')}
      description={t('text')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button
            variant="primary"
            loading={sending}
            disabled={chosen === undefined || chosen?.length === 0 || !saved.data?.can.update}
            onClick={() => void save(chosen ?? [])}
          >
            {tc('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-2">
        {me.schools.length > 1 && (
          <SelectField
            label={t('school')}
            value={schoolId}
            options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
            onValueChange={(id) => {
              setSchoolId(id);
              setChosen(undefined);
            }}
          />
        )}
        <RegionBody reply={saved}>
          {() => (
            <RegionBody reply={frameworks}>
              {({ data }) => <Choice all={data} now={now ?? null} onChange={setChosen} />}
            </RegionBody>
          )}
        </RegionBody>
      </div>
    </Dialog>
  );
}

function useSave(schoolId: string, onDone: () => void) {
  const t = useTranslations('planning-standards.choice');
  const attempt = useAttempt();
  const put = useChange(putSubscriptions, ['framework_subscriptions.', 'standards.', 'standard_frameworks.']);
  const [sending, setSending] = useState(false);
  const save = async (framework_ids: readonly string[]) => {
    setSending(true);
    const body = { framework_ids: [...framework_ids] };
    const isSaved = await attempt(() => put({ params: { id: schoolId }, body }), { done: t('saved') });
    setSending(false);
    if (isSaved) onDone();
  };
  return { sending, save };
}

interface ChoiceProps {
  all: readonly StandardFramework[];
  /** Null is every framework, also those that come later. */
  now: readonly string[] | null;
  onChange: (ids: readonly string[] | null) => void;
}

function Choice({ all, now, onChange }: ChoiceProps) {
  const t = useTranslations('planning-standards.choice');
  return (
    <>
      <RadioGroup
        label={t('which')}
        value={now === null ? 'all' : 'some'}
        onValueChange={(value) => onChange(value === 'all' ? null : all.map(({ id }) => id))}
        options={[
          { value: 'all', label: t('all'), hint: t('allHint') },
          { value: 'some', label: t('some') },
        ]}
      />
      {now !== null && (
        <ul aria-label={t('some')} className="grid max-h-80 gap-2 overflow-auto ps-7">
          {all.map(({ id, title, version }) => (
            <li key={id}>
              <Checkbox
                label={<bdi>{[title, version].filter(Boolean).join(' · ')}</bdi>}
                checked={now.includes(id)}
                onCheckedChange={(on) => onChange(on ? [...now, id] : now.filter((other) => other !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
