'use client';
import { systemRoleKeys } from '@k12/contracts/identity/capabilities';
import { type GlobalFlag, updateGlobalFlag } from '@k12/contracts/operations/feature-flags';
import { flags as declared } from '@k12/contracts/operations/flags';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { NewerNotice } from '@/lib/forms/newer-notice.tsx';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { useFlagName } from './flag-words.ts';

interface Props {
  flag: GlobalFlag;
  onClose: () => void;
}

type Decision = 'default' | 'on' | 'off';
const decisions: readonly Decision[] = ['default', 'on', 'off'];
const enabledOf: Record<Decision, boolean | null> = { default: null, on: true, off: false };

/** Decides a flag for everybody; what follows is said before it is sent (OPS-108, OPS-109, OPS-111). */
export function GlobalFlagDrawer({ flag, onClose }: Props) {
  const t = useTranslations('operations.flags');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const name = useFlagName()(flag.key);
  const form = useFlagForm(flag, name, onClose);
  const close = useCloseGuard(form.dirty, onClose);
  const [decision, setDecision] = useState<Decision>(decisionOf(flag));
  const [share, setShare] = useState(shareOf(flag));
  const isCut = decision === 'off' && flag.enabled !== false;
  const isLowered = share !== '' && flag.rollout_percent !== null && Number(share) < flag.rollout_percent;
  const decided = form.field('decision', { label: t('decision') });
  const percent = form.field('rollout_percent', { label: t('percent') });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={name}
      description={t('atOnce')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant={isCut ? 'danger' : 'primary'} loading={form.sending}>
            {isCut ? t('switchOff') : tc('save')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <NewerNotice take={form.newer} />
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <SelectField
          {...decided}
          onValueChange={(next) => setDecision(next as Decision)}
          options={decisions.map((value) => ({
            value,
            label: t(`decisions.${value}`, { now: t(flag.default_enabled ? 'deliveredOn' : 'deliveredOff') }),
          }))}
        />
        {isCut && (
          <Banner tone="warn" live>
            {t(declared[flag.key].kind === 'kill_switch' ? 'cutSwitch' : 'cut')}
          </Banner>
        )}
        <TextField
          {...percent}
          onInput={(event) => setShare(event.currentTarget.value)}
          hint={t('percentHint')}
          inputMode="numeric"
          maxLength={3}
        />
        {isLowered && (
          <Banner tone="warn" live>
            {t('lowered')}
          </Banner>
        )}
        <SelectField
          {...form.field('rollout_by', { label: t('by') })}
          options={(['tenant', 'user'] as const).map((value) => ({ value, label: t(`bys.${value}`) }))}
        />
        <Roles form={form} />
        <Checkbox
          {...form.field('tenant_manageable', { label: t('manageableField') })}
          hint={t('manageableHint')}
        />
        <DateField
          {...form.field('expires_on', { label: t('expires'), emptyIsNull: true })}
          hint={t('expiresHint')}
        />
      </form>
    </Drawer>
  );
}

function Roles({ form }: { form: ReturnType<typeof useFlagForm> }) {
  const t = useTranslations('operations.flags');
  const tr = useTranslations('people.roleNames');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-small font-medium">{t('roles')}</legend>
      <p className="text-small text-ink-3">{t('rolesHint')}</p>
      <div className="grid gap-1 tablet:grid-cols-2">
        {systemRoleKeys.map((role) => (
          <Checkbox key={role} {...form.field(`role.${role}`, { label: tr(role) })} />
        ))}
      </div>
    </fieldset>
  );
}

const decisionOf = ({ enabled }: GlobalFlag): Decision =>
  enabled === null ? 'default' : enabled ? 'on' : 'off';
const shareOf = ({ rollout_percent: percent }: GlobalFlag) => (percent === null ? '' : String(percent));

/** What is no number goes to the server as it was typed, which says so at the field. */
function percentIn(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : (text as unknown as number);
}

function useFlagForm(flag: GlobalFlag, name: string, onClose: () => void) {
  const t = useTranslations('operations.flags');
  const toast = useToast();
  const update = useChange(updateGlobalFlag, ['operations.', 'feature_flags.']);
  const role = Object.fromEntries(systemRoleKeys.map((key) => [key, flag.roles.includes(key)]));
  return useRecordForm({
    values: {
      decision: decisionOf(flag) as string,
      rollout_percent: shareOf(flag),
      rollout_by: flag.rollout_by as string,
      role,
      tenant_manageable: flag.tenant_manageable,
      expires_on: flag.expires_on as string | null,
    },
    version: flag.lock_version,
    send: async (given, headers, lock_version) => {
      // Roles that the page does not offer, such as an organisation's own, stay as they are.
      const others = flag.roles.filter((key) => !(key in role));
      const body = {
        lock_version,
        enabled: enabledOf[given.decision as Decision],
        rollout_percent: percentIn(given.rollout_percent),
        rollout_by: given.rollout_by as GlobalFlag['rollout_by'],
        roles: [...others, ...systemRoleKeys.filter((key) => given.role[key])],
        tenant_manageable: given.tenant_manageable,
        expires_on: given.expires_on || null,
      };
      await update({ params: { key: flag.key }, body }, headers);
      toast.show({ message: t('changed', { name }) });
      onClose();
    },
  });
}
