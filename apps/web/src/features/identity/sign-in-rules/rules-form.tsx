'use client';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Checkbox } from '@k12/ui/checkbox';
import { NumberField } from '@k12/ui/number-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { RoleRules } from './role-rules.tsx';
import { type KnownPolicy, offeredMethods, useRules } from './use-rules.ts';

/** The rules hold together, so they are saved together, after a fresh sign-in. */
export function RulesForm({ known }: { known: KnownPolicy }) {
  const t = useTranslations('signInRules');
  const tc = useTranslations('common');
  const rules = useRules(known);
  return (
    <form {...rules.form.props} className="grid gap-10">
      <NewerNotice take={rules.newer} />
      <FormFailures failure={rules.form.failure} />
      <Methods rules={rules} />
      <RoleRules rules={rules} />
      <Extras rules={rules} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" loading={rules.form.sending} disabled={!rules.isChanged}>
          {tc('save')}
        </Button>
        {rules.isChanged && <Button onClick={rules.takeBack}>{t('takeBack')}</Button>}
      </div>
    </form>
  );
}

type Rules = ReturnType<typeof useRules>;

function Methods({ rules: { policy, set, errors } }: { rules: Rules }) {
  const t = useTranslations('signInRules');
  return (
    <Section title={t('methods')} note={t('methodsNote')}>
      <div className="grid gap-2.5">
        {offeredMethods(policy).map((method, at) => (
          <Checkbox
            key={method}
            {...(at === 0 && { id: 'methods', error: errors.methods })}
            label={t(`method.${method}`)}
            checked={policy.methods[method]}
            onCheckedChange={(isOn) => set({ methods: { ...policy.methods, [method]: isOn } })}
          />
        ))}
      </div>
    </Section>
  );
}

function Extras({ rules: { policy, set, networks, setNetworks, errors } }: { rules: Rules }) {
  const t = useTranslations('signInRules');
  return (
    <Section title={t('more')}>
      <div className="grid max-w-form gap-5">
        <NumberField
          id="mfa_grace_days"
          label={t('grace')}
          hint={t('graceHint')}
          unit={t('daysUnit')}
          min={0}
          max={14}
          error={errors.mfa_grace_days}
          value={policy.mfa_grace_days}
          onValueChange={(mfa_grace_days) => mfa_grace_days !== null && set({ mfa_grace_days })}
        />
        <NumberField
          id="young_student_password_length"
          label={t('youngLength')}
          hint={t('youngLengthHint')}
          min={6}
          max={8}
          error={errors.young_student_password_length}
          value={policy.young_student_password_length}
          onValueChange={(length) => length !== null && set({ young_student_password_length: length })}
        />
        <TextArea
          id="admin_networks"
          label={t('networks')}
          hint={t('networksHint')}
          dir="ltr"
          rows={3}
          spellCheck={false}
          error={errors.admin_networks}
          value={networks}
          onChange={(event) => setNetworks(event.target.value)}
        />
      </div>
    </Section>
  );
}
