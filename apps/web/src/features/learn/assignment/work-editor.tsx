'use client';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import type { MySubmission, Receipt } from '@k12/contracts/teaching/submissions';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';
import { useJoined } from '@/lib/joined.ts';
import { countWords } from './body-text.ts';
import { ConflictPart } from './conflict-part.tsx';
import { FilesPart } from './files-part.tsx';
import { LinksPart } from './links-part.tsx';
import { OtherText } from './other-text.tsx';
import { SaveNote } from './save-note.tsx';
import { useUploads } from './use-uploads.ts';
import { useOwner, useWorkState } from './use-work-saver.ts';
import type { WorkSaver } from './work-saver.ts';

interface Props {
  saver: WorkSaver;
  mine: MySubmission;
  work: LearnerAssignment;
  onReceipt: (receipt: Receipt) => void;
}

/** Where the work is made: text, files and links, saved by themselves, handed in by one button (TCH-50). */
export function WorkEditor({ saver, mine, work, onReceipt }: Props) {
  const t = useTranslations('learn');
  const joined = useJoined();
  const state = useWorkState(saver);
  const owner = useOwner();
  const takes = new Set(mine.submission_types);
  const add = (file: (typeof state.work.files)[number]) =>
    saver.edit({ files: [...saver.read().work.files, file] });
  const uploads = useUploads(owner, mine.assignment_id, add);
  const isAsked = state.submit !== 'no';
  const isUploading = uploads.uploads.some((upload) => upload.state !== 'refused');
  const { text, files, links } = state.work;
  const isEmpty = text.trim() === '' && files.length === 0 && links.length === 0;
  useReceipt(state.receipt, onReceipt);
  return (
    <section aria-labelledby="your-work" className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="your-work" className="text-large font-semibold">
          {t('yourWork')}
        </h2>
        <SaveNote state={state} editor={mine.group ? mine.draft.edited_by : null} />
      </div>
      {mine.group && (
        <p className="text-small text-ink-2">
          {t('group', {
            name: mine.group.name,
            members: joined(mine.group.members.map(({ name }) => name)),
          })}
        </p>
      )}
      {state.status === 'conflict' && <ConflictPart saver={saver} state={state} />}
      {state.other && state.status !== 'conflict' && (
        <OtherText other={state.other} onDrop={() => saver.dropOther()} />
      )}
      {takes.has('text') && (
        <WritingField
          value={text}
          disabled={isAsked}
          onChange={(value) => saver.edit({ text: value })}
          onLeave={() => saver.flush()}
        />
      )}
      {takes.has('file') && (
        <FilesPart
          files={files}
          uploads={uploads}
          mine={mine}
          disabled={isAsked}
          onRemove={(id) => saver.edit({ files: files.filter(({ file_id }) => file_id !== id) })}
        />
      )}
      {takes.has('link') && (
        <LinksPart links={links} disabled={isAsked} onChange={(next) => saver.edit({ links: next })} />
      )}
      {state.message && (
        <Banner tone="bad" live>
          {state.message}
        </Banner>
      )}
      {state.submit === 'waiting' && (
        <Banner tone="warn" title={t('notSent')} live>
          {t(state.is_kept ? 'notSentText' : 'notSentNotKept')}
        </Banner>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          size="large"
          loading={state.submit === 'sending'}
          disabled={isEmpty || isUploading || state.status === 'conflict' || state.submit === 'waiting'}
          onClick={() => void saver.submit()}
        >
          {t('submit')}
        </Button>
        {isUploading && <p className="text-small text-ink-2">{t('waitForFiles')}</p>}
        {work.late_policy?.deduction_now && (
          <p className="text-small text-warn">{t('late.now', { points: work.late_policy.deduction_now })}</p>
        )}
      </div>
    </section>
  );
}

function useReceipt(receipt: Receipt | null, onReceipt: (receipt: Receipt) => void): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!receipt || told.current === receipt.code) return;
    told.current = receipt.code;
    onReceipt(receipt);
  }, [receipt, onReceipt]);
}

interface WritingProps {
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** A sheet of paper that grows with what is written. */
function WritingField({ value, disabled, onChange, onLeave }: WritingProps) {
  const t = useTranslations('learn');
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-small font-medium text-ink-2">
        {t('text')}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={10}
        value={value}
        readOnly={disabled}
        placeholder={t('textPlaceholder')}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        className="reading field-sizing-content min-h-60 w-full [max-inline-size:none]! rounded-card border border-line-control bg-raised px-4 py-3 font-serif text-large"
      />
      <p className="mt-1 text-small text-ink-3">{t('words', { count: countWords(value) })}</p>
    </div>
  );
}
