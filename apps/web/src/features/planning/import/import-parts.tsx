'use client';
import type { PlanImportPreview } from '@k12/contracts/planning/plan-imports';
import { Banner } from '@k12/ui/banner';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { usePackWords } from '../pack-words.ts';

interface Props {
  read: PlanImportPreview;
  title: string;
  onTitle: (title: string) => void;
  targets: Readonly<Record<string, string | null>>;
  onTarget: (number: number, section: string | null) => void;
  packs: {
    offered: readonly {
      key: string;
      version: number;
      label: PlanImportPreview['sections'][number]['label'];
    }[];
    choose: (key: string, version: number) => Promise<void>;
  };
}

/** Every part of the file with the section it goes to; what goes nowhere is kept, and said where. */
export function ImportParts({ read, title, onTitle, targets, onTarget, packs }: Props) {
  const t = useTranslations('planning-library.import');
  const words = usePackWords();
  const overflow = read.overflow ? words(read.overflow.label) : '';
  const packValue = `${read.pack_key}@${read.pack_version}`;
  const known = packs.offered.some(({ key, version }) => `${key}@${version}` === packValue);
  return (
    <div className="grid gap-5 pb-2">
      <div className="grid gap-4 tablet:grid-cols-2">
        <TextField
          label={t('unitTitle')}
          value={title}
          maxLength={200}
          required
          dir="auto"
          autoComplete="off"
          onChange={(event) => onTitle(event.target.value)}
        />
        {packs.offered.length > 0 && (
          <SelectField
            label={t('form')}
            value={packValue}
            onValueChange={(value) => {
              const [key, version] = value.split('@');
              if (key) void packs.choose(key, Number(version));
            }}
            options={[
              ...(known ? [] : [{ value: packValue, label: t('usualForm') }]),
              ...packs.offered.map(({ key, version, label }) => ({
                value: `${key}@${version}`,
                label: words(label),
              })),
            ]}
          />
        )}
      </div>
      {read.pictures_left_out > 0 && (
        <Banner tone="info">{t('pictures', { count: read.pictures_left_out })}</Banner>
      )}
      <ul aria-label={t('parts')} className="divide-y divide-line border-line border-y">
        {read.parts.map((part) => (
          <li
            key={part.number}
            className="grid gap-2 py-3 tablet:grid-cols-[minmax(0,1fr)_16rem] tablet:gap-4"
          >
            <div className="min-w-0">
              <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
                {part.heading ?? t('beginning')}
              </p>
              <p dir="auto" className="line-clamp-3 text-ink-2 text-small [overflow-wrap:anywhere]">
                {part.excerpt}
              </p>
            </div>
            <SelectField
              label={t('goesTo', { part: part.heading ?? t('beginning') })}
              hideLabel
              value={targets[part.number] ?? ''}
              onValueChange={(value) => onTarget(part.number, value || null)}
              options={[
                { value: '', label: t('rest', { section: overflow }) },
                ...read.sections.map(({ key, label }) => ({ value: key, label: words(label) })),
              ]}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
