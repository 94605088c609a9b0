'use client';
import type { AssignmentDate, DueRule } from '@k12/contracts/teaching/assignment-date-records';
import { sameTimeOn } from '@k12/grading/local-time';
import { Checkbox } from '@k12/ui/checkbox';
import { IconButton } from '@k12/ui/icon-button';
import { X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { MomentField } from '../../dates/moment-field.tsx';

const DuePreview = dynamic(
  loaded(() => import('./due-preview.tsx').then((module) => module.DuePreview)),
  { loading: nothingYet },
);

interface Props {
  line: AssignmentDate;
  timeZone: string;
  disabled: boolean;
  problem: (field: string) => string | undefined;
  onChange: (changes: Partial<AssignmentDate>) => void;
  onRemove: (() => void) | null;
  courseId: string;
  assignmentId: string;
}

const kinds = ['fixed', 'class_start', 'class_end', 'school_day_end'] as const;
const moments = ['available_from_at', 'due_at', 'available_until_at'] as const;

/** Open from, due, open until: for one target. */
export function DateLineRow(props: Props) {
  const { line, timeZone, disabled, onChange, onRemove } = props;
  const t = useTranslations('teaching-assignments');
  const name = line.target === 'everyone' ? t('targets.everyone') : (line.target_name ?? '');
  return (
    <fieldset className="rounded-card border border-line bg-raised p-3">
      <legend className="hidden-visually">{name}</legend>
      <div className="mb-2 flex min-h-control-small items-center gap-3">
        <bdi aria-hidden className="min-w-0 flex-1 truncate font-medium">
          {name}
        </bdi>
        <Checkbox
          label={t('assigned')}
          checked={line.is_assigned}
          disabled={disabled}
          onCheckedChange={(is_assigned) => onChange({ is_assigned })}
        />
        {onRemove && !disabled && (
          <IconButton label={t('removeDates', { name })} icon={<X aria-hidden />} onClick={onRemove} />
        )}
      </div>
      {line.is_assigned && (
        <div className="grid gap-3 tablet:grid-cols-3">
          {moments.map((field) => (
            <Moment key={field} field={field} name={name} {...props} />
          ))}
        </div>
      )}
      {line.is_assigned && line.target !== 'student' && (
        <DuePreview
          courseId={props.courseId}
          assignmentId={props.assignmentId}
          line={line}
          timeZone={timeZone}
          onChoose={disabled ? null : (day) => onChange(onDay(line, day, timeZone))}
        />
      )}
    </fieldset>
  );
}

type MomentProps = Pick<Props, 'line' | 'timeZone' | 'disabled' | 'problem' | 'onChange'> & {
  field: (typeof moments)[number];
  name: string;
};

/** One of the three moments; a due time can also follow a class or the school day (TCH-32). */
function Moment({ field, name, line, timeZone, disabled, problem, onChange }: MomentProps) {
  const t = useTranslations('teaching-assignments');
  const kind = line.due_rule?.kind ?? 'fixed';
  const setKind = (next: string) => {
    if (next === 'fixed') return onChange({ due_rule: null });
    const on = (line.due_at ?? new Date().toISOString()).slice(0, 10);
    onChange({ due_at: null, due_rule: { kind: next as DueRule['kind'], on: line.due_rule?.on ?? on } });
  };
  return (
    <div className="grid content-start gap-1">
      <span aria-hidden className="flex items-center justify-between gap-2 text-ink-2 text-small">
        {t(`moments.${field}`)}
      </span>
      {field === 'due_at' && line.due_rule ? (
        <input
          type="date"
          aria-label={t('ruleDay', { name })}
          disabled={disabled}
          value={line.due_rule.on}
          onChange={(event) => {
            const on = event.target.value;
            if (on && line.due_rule) onChange({ due_rule: { ...line.due_rule, on } });
          }}
          className="min-h-control-small w-full rounded-control border border-line-control bg-raised px-1.5 text-small"
        />
      ) : (
        <MomentField
          label={`${t(`moments.${field}`)}, ${name}`}
          timeZone={timeZone}
          kind={field === 'available_from_at' ? 'moment' : 'due'}
          value={line[field]}
          disabled={disabled}
          invalid={problem(field) !== undefined}
          onChange={(value) => onChange({ [field]: value })}
        />
      )}
      {field === 'due_at' && (
        <select
          aria-label={t('ruleOf', { name })}
          disabled={disabled}
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          className="min-h-control-small rounded-control border border-transparent bg-transparent text-ink-2 text-small hover:border-line-control"
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`rules.${one}`)}
            </option>
          ))}
        </select>
      )}
      {problem(field) && (
        <span role="alert" className="text-bad text-small">
          {problem(field)}
        </span>
      )}
    </div>
  );
}

/** The same time, or the same rule, on another day. */
function onDay({ due_rule, due_at }: AssignmentDate, day: string, timeZone: string): Partial<AssignmentDate> {
  if (due_rule) return { due_rule: { ...due_rule, on: day } };
  return { due_at: due_at && sameTimeOn(timeZone, day, due_at) };
}
