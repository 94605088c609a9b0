'use client';
import { listUsers } from '@k12/contracts/identity/users';
import {
  type CommentCreate,
  createComment,
  type PlanComment,
  updateComment,
} from '@k12/contracts/planning/comments';
import { Button } from '@k12/ui/button';
import { type PersonOption, SearchMultiPicker } from '@k12/ui/person-picker';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';

interface Props {
  planId: string;
  threadId?: string;
  /** What a new thread is about: a place in the plan, and the review it is opened in (PLN-153). */
  about?: Pick<CommentCreate, 'path' | 'version_id' | 'approval_request_id'>;
  /** One's own comment, to be put differently (PLN-150). */
  comment?: PlanComment;
  label: string;
  action: string;
  onDone?: () => void;
}

async function findPeople(query: string, signal: AbortSignal): Promise<PersonOption[]> {
  if (query.trim().length < 2) return [];
  const { data } = await callApi(listUsers, { query: { q: query, limit: 8 } }, { signal });
  return data.map(({ id, display_name }) => ({ value: id, label: display_name }));
}

/** Ctrl+Enter sends; what was typed stays until the server has it. */
export function CommentForm({ planId, threadId, about, comment, label, action, onDone }: Props) {
  const t = useTranslations('planning-comments');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const create = useChange(createComment);
  const update = useChange(updateComment);
  const field = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(comment?.body ?? '');
  const [people, setPeople] = useState<PersonOption[]>(
    comment?.mentions.map(({ id, display_name }) => ({ value: id, label: display_name })) ?? [],
  );
  const isChange = comment !== undefined;
  useEffect(() => {
    if (isChange) field.current?.focus();
  }, [isChange]);
  const save = () => {
    const mentions = people.map(({ value }) => value);
    if (comment)
      return update({
        params: { id: comment.id },
        body: { body, mentions, lock_version: comment.lock_version },
      });
    const thread = threadId ? { thread_id: threadId } : {};
    return create({ body: { plan_id: planId, body, mentions, ...about, ...thread } });
  };
  const send = async () => {
    if (body.trim() === '' || !(await attempt(save))) return;
    setBody('');
    setPeople([]);
    onDone?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <TextArea
        ref={field}
        label={label}
        value={body}
        maxLength={5_000}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {body.trim() !== '' && (
        <>
          <SearchMultiPicker
            label={t('mention')}
            search={findPeople}
            values={people}
            onValuesChange={setPeople}
            empty={t('nobody')}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" size="small" variant="primary">
              {action}
            </Button>
            {comment && (
              <Button size="small" variant="quiet" onClick={onDone}>
                {tc('cancel')}
              </Button>
            )}
          </div>
        </>
      )}
    </form>
  );
}
