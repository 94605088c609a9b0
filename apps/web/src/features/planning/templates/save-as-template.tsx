'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { getTemplateFindings, saveAsTemplate } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { Switch } from '@k12/ui/switch';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';

/** Says what the unit holds that a template should not, and leaves it out unless one wants it (PLN-67). */
export function SaveAsTemplate({ unit, onClose }: { unit: UnitPlan; onClose: () => void }) {
  const t = useTranslations('planning-templates.save');
  const tc = useTranslations('common');
  const router = useRouter();
  const attempt = useAttempt();
  const save = useChange(saveAsTemplate, ['templates.']);
  const findings = useApi(getTemplateFindings, { params: { id: unit.id } });
  const [title, setTitle] = useState(unit.title);
  const [names, setNames] = useState(true);
  const [dates, setDates] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    await attempt(async () => {
      const strip = { student_names: names, dates };
      const made = await save({
        params: { id: unit.id },
        body: { title: title.trim() || unit.title, strip },
      });
      router.push(paths.planTemplate(made.id));
    });
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={t('title')}
      description={t('text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" loading={isBusy} onClick={() => void make()}>
            {tc('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('name')}
          value={title}
          maxLength={200}
          dir="auto"
          onChange={(event) => setTitle(event.target.value)}
        />
        <RegionBody reply={findings}>
          {(found) => (
            <div className="grid gap-3">
              <Found label={t('names')} found={found.student_names} checked={names} onChange={setNames} />
              <Found label={t('dates')} found={found.dates} checked={dates} onChange={setDates} />
            </div>
          )}
        </RegionBody>
      </div>
    </Dialog>
  );
}

interface FoundProps {
  label: string;
  found: readonly string[];
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Found({ label, found, checked, onChange }: FoundProps) {
  const t = useTranslations('planning-templates.save');
  const joined = useJoined();
  return (
    <Switch
      label={label}
      hint={found.length > 0 ? joined(found) : t('nothing')}
      checked={checked}
      onCheckedChange={onChange}
    />
  );
}
