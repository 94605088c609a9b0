'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { linesOfRichText } from '@k12/plan-content/rich-text-lines';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import type { EditedField, Saving } from './autosave.ts';

interface Props {
  value: Assignment;
  saving: Extract<Saving, { state: 'conflict' }>;
  onResolve: (takes: 'theirs' | 'mine') => void;
}

/** Both wrote the same fields: both are shown, and one of them is chosen (UXP-34). */
export function ConflictNote({ value, saving, onResolve }: Props) {
  const t = useTranslations('teaching-assignments');
  const { current, fields } = saving;
  const sides = [
    { takes: 'theirs', record: current, label: t('theirs'), act: t('takeTheirs') },
    { takes: 'mine', record: value, label: t('mine'), act: t('keepMine') },
  ] as const;
  return (
    <div role="alert" className="rounded-card bg-warn-tint p-4">
      <p className="font-medium">{t('conflict')}</p>
      <div className="mt-3 grid gap-3 tablet:grid-cols-2">
        {sides.map(({ takes, record, label, act }) => (
          <section
            key={takes}
            aria-label={label}
            className="grid content-start gap-2 rounded-card border border-line bg-raised p-3"
          >
            <h3 className="font-semibold text-small">{label}</h3>
            {wordsOf(record, fields).map((words) => (
              <p
                key={words}
                dir="auto"
                className="max-h-40 overflow-y-auto whitespace-pre-wrap text-small [overflow-wrap:anywhere]"
              >
                {words}
              </p>
            ))}
            <div>
              <Button size="small" onClick={() => onResolve(takes)}>
                {act}
              </Button>
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

/** Texts can be read side by side; of a choice or a number the page itself shows what was chosen here. */
function wordsOf(record: Assignment, fields: readonly EditedField[]): string[] {
  return fields.flatMap((field) => {
    if (field === 'instructions') return [linesOfRichText(record.instructions)];
    const value = record[field];
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}
