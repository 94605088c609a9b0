'use client';
import type { PackSection, PackWords } from '@k12/contracts/planning/packs';
import { IconButton } from '@k12/ui/icon-button';
import { Switch } from '@k12/ui/switch';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { usePackWords } from '../pack-words.ts';

interface Props {
  section: PackSection;
  position: number;
  count: number;
  canEdit: boolean;
  onChange: (section: PackSection) => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** One section of a plan: its name, guidance, and whether it is needed or hidden. */
export function SectionRow(props: Props) {
  const { section, canEdit, onChange } = props;
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  const locale = useLocale();
  const name = words(section.label);
  if (!canEdit)
    return (
      <li className="rounded-card border border-line bg-raised p-4">
        <p className="font-semibold">
          {name} <span className="font-regular text-ink-3 text-small">{t(`kinds.${section.kind}`)}</span>
        </p>
        <p className="mt-1 text-ink-2 text-small">{words(section.help)}</p>
      </li>
    );
  const say = (before: PackWords | undefined, text: string): PackWords => ({
    ...before,
    en: before?.en ?? text,
    [locale]: text,
  });
  return (
    <li className="grid gap-3 rounded-card border border-line bg-raised p-4">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('sectionName', { kind: t(`kinds.${section.kind}`) })}
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => onChange({ ...section, label: say(section.label, event.target.value) })}
          />
        </div>
        <RowTools {...props} name={name} />
      </div>
      <TextArea
        label={t('help')}
        rows={2}
        maxLength={1000}
        value={words(section.help)}
        onChange={(event) => {
          const { help, ...rest } = section;
          const text = event.target.value;
          onChange(text === '' ? rest : { ...rest, help: say(help, text) });
        }}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Switch
          label={t('required')}
          checked={section.required === true}
          disabled={section.hidden === true}
          onCheckedChange={(required) => onChange({ ...section, required })}
        />
        <Switch
          label={t('hidden')}
          checked={section.hidden === true}
          onCheckedChange={(hidden) => onChange({ ...section, hidden, ...(hidden && { required: false }) })}
        />
        <Switch
          label={t('forStudents')}
          checked={section.audience === 'student'}
          onCheckedChange={(student) => onChange({ ...section, audience: student ? 'student' : 'teacher' })}
        />
      </div>
    </li>
  );
}

function RowTools({ name, position, count, onMove, onRemove }: Props & { name: string }) {
  const t = useTranslations('planning-packs');
  return (
    <div className="flex">
      <IconButton
        label={t('up', { name })}
        icon={<ArrowUp aria-hidden />}
        disabled={position === 0}
        onClick={() => onMove(-1)}
      />
      <IconButton
        label={t('down', { name })}
        icon={<ArrowDown aria-hidden />}
        disabled={position === count - 1}
        onClick={() => onMove(1)}
      />
      <IconButton label={t('remove', { name })} icon={<Trash2 aria-hidden />} onClick={onRemove} />
    </div>
  );
}
