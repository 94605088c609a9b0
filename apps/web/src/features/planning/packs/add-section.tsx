'use client';
import {
  type PackSection,
  type PlanSchema,
  type SectionKind,
  sectionKinds,
} from '@k12/contracts/planning/packs';
import { Button } from '@k12/ui/button';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';

interface Props {
  schema: PlanSchema;
  onAdd: (section: PackSection) => void;
}

const linked: readonly SectionKind[] = ['standards', 'resources', 'lessons'];

/** A section of one of the allowed kinds (PLN-59). */
export function AddSection({ schema, onAdd }: Props) {
  const t = useTranslations('planning-packs');
  const locale = useLocale();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SectionKind>('rich_text');
  const there = new Set(schema.sections.map((section) => section.kind));
  const kinds = sectionKinds.filter(
    (one) => !(linked.includes(one) && there.has(one)) && !(one === 'lessons' && schema.plan_kind !== 'unit'),
  );
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onAdd(newSection(schema, kind, name.trim(), locale, t));
    setName('');
  };
  return (
    <form
      onSubmit={add}
      className="grid items-end gap-3 rounded-card border border-line border-dashed p-4 tablet:grid-cols-[minmax(0,1fr)_14rem_auto]"
    >
      <TextField
        label={t('newSection')}
        value={name}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label={t('kind')}
        value={kind}
        onValueChange={(value) => setKind(value as SectionKind)}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <Button type="submit" icon={<Plus aria-hidden />}>
        {t('add')}
      </Button>
    </form>
  );
}

function newSection(
  schema: PlanSchema,
  kind: SectionKind,
  name: string,
  locale: string,
  t: ReturnType<typeof useTranslations>,
): PackSection {
  const label = { en: name, [locale]: name };
  const section = { key: freeKey(schema, name), kind, label };
  if (kind === 'choice' || kind === 'choices') {
    const options = ['first', 'second'].map((value) => {
      const words = t(`options.${value}`);
      return { value, label: { en: words, [locale]: words } };
    });
    return { ...section, options };
  }
  if (kind !== 'group') return section;
  const words = t('groupField');
  return { ...section, fields: [{ key: 'title', kind: 'text', label: { en: words, [locale]: words } }] };
}

/** From the name where that has letters a key may have; plans keep their words under it. */
function freeKey(schema: PlanSchema, name: string): string {
  const taken = new Set(schema.sections.map(({ key }) => key));
  const base =
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '')
      .slice(0, 30) || 'section';
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}
