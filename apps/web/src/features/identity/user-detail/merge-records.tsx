'use client';
import { ApiProblem } from '@k12/contracts/client';
import { listUsers, type User } from '@k12/contracts/identity/users';
import { mergeUsers, type UserMerge, undoUserMerge } from '@k12/contracts/identity/users.merge';
import { Banner } from '@k12/ui/banner';
import { PersonPicker } from '@k12/ui/person-picker';
import { RadioGroup } from '@k12/ui/radio-group';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { useSubmit } from '@/lib/forms/submit.ts';
import { paths } from '@/lib/paths.ts';
import { MergePreview } from './merge-preview.tsx';
import { mergeRefreshes } from './merge-refreshes.ts';

interface Other {
  value: string;
  label: string;
}

/** Two records of one person become one: first what would happen, then the merge itself (IDN-37). */
export function MergeRecords({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTranslations('people.merge');
  const search = useOtherSearch(user.id);
  const [other, setOther] = useState<Other | null>(null);
  const [keepsThis, setKeepsThis] = useState(true);
  const { form, preview, refusal, forget } = useMerge(user, other, keepsThis, onClose);
  const names = { kept: user.display_name, merged: other?.label ?? '' };
  return (
    <FormDrawer
      title={t('title', { name: user.display_name })}
      description={t('text')}
      action={t(preview ? 'action' : 'preview')}
      form={form}
      alsoChanged={other !== null}
      onClose={onClose}
    >
      {refusal && (
        <Banner live tone="bad">
          {refusal}
        </Banner>
      )}
      <PersonPicker
        id="merged_id"
        label={t('other')}
        hint={t('otherHint')}
        required
        search={search}
        value={other}
        onValueChange={(chosen) => {
          setOther(chosen);
          forget();
        }}
      />
      {other && (
        <RadioGroup
          label={t('stays')}
          look="cards"
          value={keepsThis ? 'this' : 'other'}
          onValueChange={(value) => {
            setKeepsThis(value === 'this');
            forget();
          }}
          options={[
            { value: 'this', label: t('thisOne', { name: names.kept }), hint: t('staysHint') },
            { value: 'other', label: t('otherOne', { name: names.merged }), hint: t('staysHint') },
          ]}
        />
      )}
      {preview && <MergePreview merge={preview} />}
    </FormDrawer>
  );
}

/** The same button first asks and then acts; whatever is chosen anew has to be shown anew. */
function useMerge(user: User, other: Other | null, keepsThis: boolean, onClose: () => void) {
  const t = useTranslations('people.merge');
  const router = useRouter();
  const attempt = useAttempt();
  const merge = useChange(mergeUsers, mergeRefreshes);
  const undo = useChange(undoUserMerge, mergeRefreshes);
  const [preview, setPreview] = useState<UserMerge | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useSubmit([], async () => {
    setRefusal(null);
    if (!other) return setRefusal(t('chooseOther'));
    const [kept_id, merged_id] = keepsThis ? [user.id, other.value] : [other.value, user.id];
    const body = { kept_id, merged_id };
    try {
      if (!preview) return setPreview(await callApi(mergeUsers, { body: { ...body, dry_run: true } }));
      const done = await merge({ body: { ...body, dry_run: false } });
      const id = done.id ?? '';
      onClose();
      if (!keepsThis) router.push(paths.adminUser(kept_id));
      void attempt(async () => done, { done: t('done'), undo: () => undo({ params: { id } }) });
    } catch (error) {
      const reason = error instanceof ApiProblem ? error.problem.context?.reason : null;
      if (typeof reason !== 'string' || !t.has(`refused.${reason}`)) throw error;
      setPreview(null);
      setRefusal(t(`refused.${reason}`));
    }
  });
  const forget = () => {
    setPreview(null);
    setRefusal(null);
  };
  return { form, preview, refusal, forget };
}

/** Anybody but the person whose page is open. */
function useOtherSearch(ownId: string) {
  return useCallback(
    async (words: string, signal: AbortSignal) => {
      const q = words.trim();
      const query = { limit: 20, ...(q && { q }) };
      const { data } = await callApi(listUsers, { query }, { signal });
      return data
        .filter(({ id }) => id !== ownId)
        .map(({ id, display_name, contact }) => {
          const hint = contact?.email ?? contact?.username;
          return { value: id, label: display_name, ...(hint && { hint }) };
        });
    },
    [ownId],
  );
}
