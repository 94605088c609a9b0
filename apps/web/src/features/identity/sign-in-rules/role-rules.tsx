'use client';
import { systemRoleKeys } from '@k12/contracts/identity/capabilities';
import { longestSession, MfaRule } from '@k12/contracts/identity/sign-in-policy';
import { Section } from '@k12/ui/card';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useRoleName } from '@/lib/role-names.ts';
import { offeredMethods, type useRules } from './use-rules.ts';

type Rules = ReturnType<typeof useRules>;
type Role = (typeof systemRoleKeys)[number];

/** What holds for one role alone: its only way in, its second step, how long it stays signed in. */
export function RoleRules({ rules }: { rules: Rules }) {
  const t = useTranslations('signInRules');
  return (
    <Section title={t('roles')} note={t('rolesNote')}>
      <div className="divide-y divide-line rounded-card border border-line bg-raised px-4">
        {systemRoleKeys.map((role) => (
          <RoleRule key={role} role={role} rules={rules} />
        ))}
      </div>
    </Section>
  );
}

function RoleRule({ role, rules: { policy, set, errors } }: { role: Role; rules: Rules }) {
  const t = useTranslations('signInRules');
  const roleName = useRoleName();
  const isFirst = role === systemRoleKeys[0];
  const method = policy.required_method[role];
  // Students have no passkeys (IDN-74).
  const ways = offeredMethods(policy).filter((way) => way !== 'passkey' || role !== 'student');
  const chooseMethod = (value: string) => {
    const chosen = ways.find((known) => known === value) ?? null;
    set({ required_method: { ...policy.required_method, [role]: chosen } });
  };
  const chooseMfa = (value: string) => {
    const rule = MfaRule.options.find((known) => known === value);
    if (rule) set({ mfa: { ...policy.mfa, [role]: rule } });
  };
  return (
    <fieldset className="py-4">
      <legend className="float-start mb-2 w-full font-medium">{roleName(role)}</legend>
      <div className="clear-both grid grid-cols-2 gap-4 laptop:grid-cols-4">
        <SelectField
          {...(isFirst && { id: 'required_method', error: errors.required_method })}
          label={t('onlyWay')}
          value={method ?? ''}
          onValueChange={chooseMethod}
          placeholder={t('anyWay')}
          options={ways.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <SelectField
          {...(isFirst && { id: 'mfa', error: errors.mfa })}
          label={t('secondStep')}
          value={policy.mfa[role]}
          onValueChange={chooseMfa}
          options={MfaRule.options.map((value) => ({ value, label: t(`rule.${value}`) }))}
        />
        <SessionLimits
          role={role}
          policy={policy}
          set={set}
          error={isFirst ? errors.session_limits : undefined}
        />
      </div>
    </fieldset>
  );
}

const hour = 60;
const day = 24 * hour;
const idleChoices = [15, 30, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour, day];
const absoluteChoices = [hour, 4 * hour, 8 * hour, 12 * hour, day, 7 * day, 30 * day];

interface LimitsProps extends Pick<Rules, 'policy' | 'set'> {
  role: Role;
  error: string | undefined;
}

/** Both limits are the usual ones of the role, or both are the organisation's own (IDN-80). */
function SessionLimits({ role, policy, set, error }: LimitsProps) {
  const t = useTranslations('signInRules');
  const spanOf = useSpan();
  const limits = policy.session_limits[role];
  const longest = longestSession[role];
  const options = (choices: number[], most: number, least: number, kept: number | undefined) =>
    [...new Set([...choices.filter((span) => span <= most && span >= least), ...(kept ? [kept] : [])])]
      .sort((a, b) => a - b)
      .map((span) => ({ value: String(span), label: spanOf(span) }));
  const keep = (next: typeof limits) => set({ session_limits: { ...policy.session_limits, [role]: next } });
  const chooseIdle = (value: string) => {
    if (value === '') return keep(null);
    const idle_minutes = Number(value);
    const known = limits?.absolute_minutes ?? Math.min(longest.absolute, 12 * hour);
    keep({ idle_minutes, absolute_minutes: Math.max(known, idle_minutes) });
  };
  return (
    <>
      <SelectField
        {...(error && { id: 'session_limits', error })}
        label={t('idle')}
        value={String(limits?.idle_minutes ?? '')}
        onValueChange={chooseIdle}
        placeholder={t('usual')}
        options={options(idleChoices, longest.idle, 0, limits?.idle_minutes)}
      />
      <SelectField
        label={t('absolute')}
        value={String(limits?.absolute_minutes ?? '')}
        disabled={limits === null}
        onValueChange={(value) => limits && keep({ ...limits, absolute_minutes: Number(value) })}
        {...(limits === null && { placeholder: t('usual') })}
        options={options(
          absoluteChoices,
          longest.absolute,
          limits?.idle_minutes ?? 0,
          limits?.absolute_minutes,
        )}
      />
    </>
  );
}

function useSpan() {
  const t = useTranslations('signInRules.spans');
  return (minutes: number) => {
    if (minutes % day === 0) return t('days', { count: minutes / day });
    return minutes % hour === 0 ? t('hours', { count: minutes / hour }) : t('minutes', { count: minutes });
  };
}
