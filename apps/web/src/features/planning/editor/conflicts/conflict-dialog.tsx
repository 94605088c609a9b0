'use client';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/lib/session-context.tsx';
import type { Autosave, Choice } from '../autosave/autosave.ts';
import type { DraftConflict } from '../autosave/draft-wire.ts';
import { bothTexts } from './both-texts.ts';
import { type LabelOf, useSaid } from './said.ts';
import { WordMarks } from './word-marks.tsx';

interface Props {
  autosave: Autosave;
  conflicts: readonly DraftConflict[];
  labelOf: LabelOf;
}

type Take = Choice['take'];

/** Two people, or one in two windows, changed the same thing: field by field this, that, or both (PLN-09). */
export function ConflictDialog({ autosave, conflicts, labelOf }: Props) {
  const t = useTranslations('planning-editor.conflict');
  const { me } = useSession();
  const isOwn = conflicts.every(({ author }) => author?.id === me.user.id);
  const [takes, setTakes] = useState<Record<string, Take>>({});
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const takeOf = ({ path }: DraftConflict): Take => takes[path] ?? 'mine';
  const resolve = async () => {
    setSending(true);
    setFailed(false);
    const choices = conflicts.map(
      (conflict) => [conflict.path, choiceOf(conflict, takeOf(conflict))] as const,
    );
    await autosave.resolve(Object.fromEntries(choices)).catch(() => setFailed(true));
    setSending(false);
  };
  return (
    <Dialog
      open
      urgent
      size="large"
      title={t(isOwn ? 'ownTitle' : 'title')}
      description={t('text', { count: conflicts.length })}
      footer={
        <Button variant="primary" loading={isSending} onClick={resolve}>
          {t('apply')}
        </Button>
      }
    >
      {hasFailed && (
        <p role="alert" className="mb-3 text-small text-bad">
          {t('failed')}
        </p>
      )}
      <ul className="grid gap-5 pb-2">
        {conflicts.map((conflict) => (
          <ConflictField
            key={conflict.path}
            conflict={conflict}
            label={labelOf(conflict.path)}
            take={takeOf(conflict)}
            onTake={(take) => setTakes((before) => ({ ...before, [conflict.path]: take }))}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface FieldProps {
  conflict: DraftConflict;
  label: string;
  take: Take;
  onTake: (take: Take) => void;
}

function ConflictField({ conflict, label, take, onTake }: FieldProps) {
  const t = useTranslations('planning-editor.conflict');
  const format = useFormatter();
  const said = useSaid();
  const { me } = useSession();
  const { mine, theirs, author, at } = conflict;
  const isOwn = author?.id === me.user.id;
  const labels: Record<Take, string> = {
    mine: t(isOwn ? 'thisWindow' : 'mine'),
    theirs: t(isOwn ? 'otherWindow' : 'theirs'),
    both: t('both'),
  };
  const time = format.dateTime(new Date(at), { hour: 'numeric', minute: '2-digit' });
  const choices: Take[] = bothOf(conflict) === undefined ? ['mine', 'theirs'] : ['mine', 'theirs', 'both'];
  return (
    <li className="grid gap-2">
      <h3 className="text-body font-semibold">{label}</h3>
      <p className="text-small text-ink-3">
        {isOwn
          ? t('ownWrote', { time })
          : t('theyWrote', { name: author?.display_name ?? t('somebody'), time })}
      </p>
      <div className="rounded-card border border-line bg-raised p-3">
        <WordMarks label={t('marks', { field: label })} from={said(theirs)} to={said(mine)} />
      </div>
      <SegmentedControl
        label={t('choose', { field: label })}
        value={take}
        onValueChange={(next) => onTake(next as Take)}
        options={choices.map((value) => ({ value, label: labels[value] }))}
      />
    </li>
  );
}

function choiceOf(conflict: DraftConflict, take: Take): Choice {
  return take === 'both' ? { take, value: bothOf(conflict) } : { take };
}

/** Both texts one after the other, without saying twice what they share; undefined where that makes no sense. */
function bothOf({ mine, theirs }: DraftConflict): unknown {
  if (typeof mine === 'string' && typeof theirs === 'string') return bothTexts(theirs, mine);
  if (isDocument(mine) && isDocument(theirs))
    return {
      ...theirs,
      content: [...(theirs.content ?? []), ...withoutCommon(mine.content, theirs.content)],
    };
  return undefined;
}

interface RichDocument {
  type: 'doc';
  content?: unknown[];
}

function isDocument(value: unknown): value is RichDocument {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc';
}

function withoutCommon(own: unknown[] = [], other: unknown[] = []): unknown[] {
  const known = new Set(other.map((block) => JSON.stringify(block)));
  return own.filter((block) => !known.has(JSON.stringify(block)));
}
