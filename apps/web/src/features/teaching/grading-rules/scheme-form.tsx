'use client';
import {
  createGradingScheme,
  type GradingScheme,
  type SchemeBand,
  updateGradingScheme,
} from '@k12/contracts/teaching/grading-schemes';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { IconButton } from '@k12/ui/icon-button';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

const roundings = ['none', 'whole', 'tenth'] as const;
const begin: SchemeBand[] = (
  [
    ['A', '90'],
    ['B', '80'],
    ['C', '70'],
    ['D', '60'],
    ['F', '0'],
  ] as const
).map(([label, lower_percent]) => ({ label, lower_percent, gpa_points: null, is_passing: label !== 'F' }));

interface Props {
  schoolId: string;
  scheme: GradingScheme | null;
  onClose: () => void;
}

/** Bands from the highest to one from 0; before labels that are in use change, it says how many (TCH-116). */
export function SchemeForm({ schoolId, scheme, onClose }: Props) {
  const t = useTranslations('teaching-grading-rules');
  const tc = useTranslations('common');
  const create = useChange(createGradingScheme);
  const update = useChange(updateGradingScheme);
  const [bands, setBands] = useState(scheme?.bands ?? begin);
  const [effect, setEffect] = useState<{ totals: number; labels: number } | null>(null);
  const form = useSubmit(['name', 'rounding'], async (values) => {
    const body = {
      ...{ name: textOf(values, 'name'), rounding: textOf(values, 'rounding') as 'none', bands },
      is_default: values.get('is_default') !== null,
    };
    if (!scheme) await create({ body: { ...body, scope: 'school', school_id: schoolId, course_id: null } });
    else {
      const request = { params: { id: scheme.id }, body: { ...body, lock_version: scheme.lock_version } };
      if (!effect) {
        const told = await callApi(updateGradingScheme, {
          ...request,
          body: { ...request.body, dry_run: true },
        });
        const { totals_count: totals, labels_changed_count: labels } = told;
        if (labels > 0) return setEffect({ totals, labels });
      }
      await update(request);
    }
    onClose();
  });
  const change = (next: SchemeBand[]) => {
    setBands(next);
    setEffect(null);
  };
  return (
    <FormDrawer
      title={scheme ? t('changeNamed', { name: scheme.name }) : t('addScheme')}
      action={effect ? t('changeLabels', { count: effect.labels }) : tc('save')}
      form={form}
      alsoChanged={scheme !== null && bands !== scheme.bands}
      onClose={onClose}
    >
      <TextField
        id="name"
        name="name"
        label={t('name')}
        error={form.failure?.fields.name}
        defaultValue={scheme?.name}
        required
        autoComplete="off"
      />
      <Bands bands={bands} onChange={change} />
      <SelectField
        id="rounding"
        name="rounding"
        label={t('rounding')}
        defaultValue={scheme?.rounding ?? 'none'}
        options={roundings.map((value) => ({ value, label: t(`roundings.${value}`) }))}
      />
      <Checkbox name="is_default" label={t('isDefault')} defaultChecked={scheme?.is_default ?? false} />
      {effect && (
        <p role="status" className="rounded-control bg-warn-tint p-3">
          {t('effect', effect)}
        </p>
      )}
    </FormDrawer>
  );
}

function Bands({ bands, onChange }: { bands: SchemeBand[]; onChange: (bands: SchemeBand[]) => void }) {
  const t = useTranslations('teaching-grading-rules');
  const set = (at: number, changes: Partial<SchemeBand>) =>
    onChange(bands.map((band, place) => (place === at ? { ...band, ...changes } : band)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-small font-semibold">{t('bands')}</legend>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bands have no other identity while they are edited
        <div key={at} className="grid grid-cols-[1fr_1fr_auto_auto] items-end gap-2">
          <TextField
            label={t('label')}
            hideLabel={at > 0}
            value={band.label}
            maxLength={20}
            onChange={(event) => set(at, { label: event.target.value })}
          />
          <TextField
            label={t('from')}
            hideLabel={at > 0}
            inputMode="decimal"
            value={band.lower_percent}
            onChange={(event) => set(at, { lower_percent: event.target.value.replace(',', '.') })}
          />
          <Checkbox
            label={t('passing')}
            checked={band.is_passing}
            onCheckedChange={(is_passing) => set(at, { is_passing })}
          />
          <IconButton
            size="small"
            variant="quiet"
            label={t('removeBand', { label: band.label })}
            icon={<Trash2 aria-hidden />}
            disabled={bands.length <= 2}
            onClick={() => onChange(bands.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          onClick={() =>
            onChange([
              ...bands.slice(0, -1),
              { label: '', lower_percent: '', gpa_points: null, is_passing: true },
              ...bands.slice(-1),
            ])
          }
        >
          {t('addBand')}
        </Button>
      </div>
    </fieldset>
  );
}
