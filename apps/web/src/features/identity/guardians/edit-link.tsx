'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type GuardianLink, updateGuardianLink } from '@k12/contracts/identity/guardian-links';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSWRConfig } from 'swr';
import { useChange } from '@/lib/api/hooks.ts';
import { isKeyOf } from '@/lib/api/keys.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useSubmit } from '@/lib/forms/submit.ts';
import { LinkFields, linkFieldNames, readLink } from './link-fields.tsx';
import { linkRefreshes } from './link-refreshes.ts';

export function EditLink({ link, onClose }: { link: GuardianLink; onClose: () => void }) {
  const t = useTranslations('guardians');
  const tc = useTranslations('common');
  // What is chosen stands on the version the form was opened with, whatever is refreshed behind it (UXP-41).
  const [base, setBase] = useState(link);
  const { mutate } = useSWRConfig();
  const update = useChange(updateGuardianLink, linkRefreshes);
  const form = useSubmit(linkFieldNames, async (values) => {
    const body = { ...readLink(values), lock_version: base.lock_version };
    try {
      await update({ params: { id: link.id }, body });
    } catch (error) {
      const isNewer = error instanceof ApiProblem && error.code === 'version_conflict';
      if (isNewer) void mutate((key) => linkRefreshes.some((prefix) => isKeyOf(key, prefix)));
      throw error;
    }
    onClose();
  });
  return (
    <FormDrawer
      title={t('editNamed', { guardian: link.guardian_name, student: link.student_name })}
      action={tc('save')}
      form={form}
      onClose={onClose}
    >
      <NewerNotice take={link.lock_version > base.lock_version ? () => setBase(link) : null} />
      <LinkFields key={base.lock_version} link={base} errors={form.failure?.fields ?? {}} />
    </FormDrawer>
  );
}
