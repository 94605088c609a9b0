'use client';
import type { Assignment } from '@k12/contracts/teaching/assignments';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { LatePolicyFields, usualLatePolicy } from '../../course-settings/late-policy-fields.tsx';
import { MomentField } from '../../dates/moment-field.tsx';
import type { FieldProps } from './hand-in-fields.tsx';

type PostingPolicy = Assignment['posting_policy'];

/** When students see their grades, and what late work costs. */
export function PostingFields({ value, edit, disabled }: FieldProps) {
  const t = useTranslations('teaching-assignments');
  // A time and a policy of its own travel with the choice: one without the other would be refused.
  const choosePosting = (posting_policy: PostingPolicy) =>
    edit({ posting_policy, ...(posting_policy === 'scheduled' && { post_at: tomorrow() }) });
  const chooseLate = (late_policy: Assignment['late_policy']) =>
    edit({
      late_policy,
      ...(late_policy === 'own' && { own_late_policy: value.own_late_policy ?? usualLatePolicy }),
    });
  return (
    <>
      <SelectField
        label={t('posting')}
        disabled={disabled}
        value={value.posting_policy}
        onValueChange={(next) => choosePosting(next as PostingPolicy)}
        options={(['course', 'automatic', 'manual', 'scheduled'] as const).map((one) => ({
          value: one,
          label: t(`postings.${one}`),
        }))}
      />
      {value.posting_policy === 'scheduled' && (
        <div className="grid content-start gap-1">
          <span aria-hidden className="text-small">
            {t('postAt')}
          </span>
          <MomentField
            label={t('postAt')}
            timeZone={value.time_zone}
            value={value.post_at}
            disabled={disabled}
            onChange={(post_at) => post_at && edit({ posting_policy: 'scheduled', post_at })}
          />
        </div>
      )}
      <SelectField
        label={t('late')}
        disabled={disabled}
        value={value.late_policy}
        onValueChange={(next) => chooseLate(next as Assignment['late_policy'])}
        options={(['course', 'own', 'none'] as const).map((one) => ({
          value: one,
          label: t(`lates.${one}`),
        }))}
      />
    </>
  );
}

/** Where the course's own late policy does not suit this work (TCH-38). */
export function OwnLatePolicy({ value, edit, disabled }: FieldProps) {
  const t = useTranslations('teaching-assignments');
  if (value.late_policy !== 'own') return null;
  return (
    <fieldset className="mt-4 rounded-card border border-line p-4">
      <legend className="px-1 text-small">{t('lates.own')}</legend>
      <LatePolicyFields
        policy={value.own_late_policy ?? usualLatePolicy}
        disabled={disabled}
        set={(part) =>
          edit({
            late_policy: 'own',
            own_late_policy: { ...(value.own_late_policy ?? usualLatePolicy), ...part },
          })
        }
      />
    </fieldset>
  );
}

/** The same time tomorrow, to be moved from there. */
function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}
