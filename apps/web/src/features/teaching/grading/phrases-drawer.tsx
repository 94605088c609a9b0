'use client';
import {
  type CommentBankEntry,
  createBankEntry,
  deleteBankEntry,
  importCommentBank,
  listCommentBank,
} from '@k12/contracts/teaching/comment-bank';
import { getCourse } from '@k12/contracts/teaching/courses';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { EmptyState } from '@k12/ui/empty-state';
import { IconButton } from '@k12/ui/icon-button';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { Pencil, Quote, Search, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useCloseGuard, useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PhraseForm } from './phrase-form.tsx';

/** More than these are looked through by a word. */
const fewPhrases = 8;

/** One's phrases and those shared with one: added by pasting, worded otherwise, thrown away (TCH-75). */
export function PhrasesDrawer({ courseId, onClose }: { courseId: string; onClose: () => void }) {
  const t = useTranslations('teaching-grading.bank');
  const reply = useApi(listCommentBank, { query: { course_id: courseId } });
  const [isTyped, setTyped] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState('');
  useUnsavedGuard(isTyped);
  const close = useCloseGuard(isTyped || open !== null, onClose);
  const words = asked.trim().toLowerCase();
  const all = reply.data?.data ?? [];
  const found = all.filter(({ body, shortcut }) => `${shortcut ?? ''} ${body}`.toLowerCase().includes(words));
  return (
    <Drawer
      open
      title={t('title')}
      description={t('about', { braces: '{first_name}' })}
      onOpenChange={(next) => !next && close()}
    >
      <div className="grid gap-6">
        <AddPhrases courseId={courseId} onTyped={setTyped} />
        {all.length > fewPhrases && (
          <TextField
            label={t('find')}
            hideLabel
            type="search"
            icon={<Search aria-hidden />}
            placeholder={t('find')}
            value={asked}
            onChange={(event) => setAsked(event.target.value)}
          />
        )}
        <RegionBody reply={reply}>
          {() =>
            all.length === 0 ? (
              <EmptyState icon={<Quote aria-hidden />} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <ul
                aria-label={t('title')}
                className="divide-y divide-line rounded-card border border-line bg-raised"
              >
                {found.map((entry) => (
                  <li key={entry.id} className="px-3 py-2.5">
                    {open === entry.id ? (
                      <PhraseForm entry={entry} onClose={() => setOpen(null)} />
                    ) : (
                      <Phrase entry={entry} onEdit={() => setOpen(entry.id)} />
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </RegionBody>
      </div>
    </Drawer>
  );
}

function Phrase({ entry, onEdit }: { entry: CommentBankEntry; onEdit: () => void }) {
  const t = useTranslations('teaching-grading.bank');
  const attempt = useAttempt();
  const remove = useChange(deleteBankEntry, ['comment_bank.']);
  const create = useChange(createBankEntry, ['comment_bank.']);
  const { id, body, tags, shortcut, scope, course_id, school_id } = entry;
  const back = {
    ...{ body, tags, shortcut, scope },
    ...(course_id && { course_id }),
    ...(school_id && { school_id }),
  };
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          {body}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-3">
          {shortcut && <bdi dir="ltr">/{shortcut}</bdi>}
          {scope !== 'mine' && <Badge>{t(`scopes.${scope}`)}</Badge>}
          {t('uses', { count: entry.uses_count })}
        </p>
      </div>
      {entry.can.update && (
        <IconButton size="small" label={t('edit')} icon={<Pencil aria-hidden />} onClick={onEdit} />
      )}
      {entry.can.delete && (
        <IconButton
          size="small"
          label={t('delete')}
          icon={<Trash2 aria-hidden />}
          onClick={() =>
            void attempt(() => remove({ params: { id } }), {
              done: t('deleted'),
              undo: () => create({ body: back }),
            })
          }
        />
      )}
    </div>
  );
}

/** One phrase or a pasted list of them; what is there already is left out. */
function AddPhrases({ courseId, onTyped }: { courseId: string; onTyped: (isTyped: boolean) => void }) {
  const t = useTranslations('teaching-grading.bank');
  const attempt = useAttempt();
  const add = useChange(importCommentBank, ['comment_bank.']);
  const { data: course } = useApi(getCourse, { params: { id: courseId } });
  const [text, setText] = useState('');
  const [scope, setScope] = useState<CommentBankEntry['scope']>('mine');
  const [done, setDone] = useState('');
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  const change = (next: string) => {
    setText(next);
    onTyped(next.trim() !== '');
    setDone('');
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const place = {
      ...(scope === 'course' && { course_id: courseId }),
      ...(scope === 'school' && course && { school_id: course.school_id }),
    };
    await attempt(async () => {
      const { added_count, known_count } = await add({ body: { lines, scope, ...place } });
      change('');
      setDone(t('added', { added: added_count, known: known_count }));
    });
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-3">
      <TextArea
        label={t('new')}
        hint={t('newHint')}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-40 flex-1">
          <SelectField
            label={t('for')}
            value={scope}
            onValueChange={(next) => setScope(next as CommentBankEntry['scope'])}
            options={[
              { value: 'mine', label: t('scopes.mine') },
              { value: 'course', label: t('scopes.course') },
              ...(course ? [{ value: 'school', label: t('scopes.school') }] : []),
            ]}
          />
        </div>
        <Button type="submit" disabled={lines.length === 0}>
          {t('add', { count: lines.length })}
        </Button>
      </div>
      <p role="status" className="text-small text-ink-2 empty:-mt-3">
        {done}
      </p>
    </form>
  );
}
