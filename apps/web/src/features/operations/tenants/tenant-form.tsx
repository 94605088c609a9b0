'use client';
import { createTenant, type TenantCreate } from '@k12/contracts/identity/tenants';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { localeNames, locales } from '@/lib/locales.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

/** An organisation with its first school, year and administrator, in one go. */
export function TenantForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('operators');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const form = useTenantForm(onClose);
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={t('add')}
      description={t('addText')}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TenantFields form={form} />
        <FirstFields form={form} />
      </form>
    </Drawer>
  );
}

function useTenantForm(onClose: () => void) {
  const { me } = useSession();
  const router = useRouter();
  const create = useChange(createTenant);
  return useRecordForm({
    values: {
      name: '',
      slug: '',
      kind: 'school' as TenantCreate['kind'],
      locale: 'en' as NonNullable<TenantCreate['locale']>,
      time_zone: me.tenant.time_zone,
      school_name: '',
      school_code: '',
      year_name: '',
      starts_on: '',
      ends_on: '',
      email: '',
      given_name: '',
      family_name: '',
    },
    send: async (given, headers) => {
      const { name, slug, kind, locale, time_zone, email, given_name, family_name } = given;
      const body = {
        ...{ name, slug, kind, locale, time_zone },
        school: { name: given.school_name, code: given.school_code },
        year: { name: given.year_name, starts_on: given.starts_on, ends_on: given.ends_on },
        admin: { email, given_name, family_name },
      };
      const made = await create({ body }, headers);
      onClose();
      router.push(paths.adminTenant(made.id));
    },
  });
}

type Form = { form: ReturnType<typeof useTenantForm> };

function TenantFields({ form: { field } }: Form) {
  const t = useTranslations('operators');
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));
  return (
    <>
      <TextField
        {...field('name', { label: t('name'), required: true, maxLength: 120 })}
        autoComplete="off"
      />
      <TextField
        {...field('slug', { label: t('slug'), required: true, maxLength: 40 })}
        hint={t('slugHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="grid grid-cols-2 gap-4">
        <SelectField
          {...field('kind', { label: t('kind'), required: true })}
          options={(['school', 'district'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SelectField
          {...field('locale', { label: t('language'), required: true })}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
        />
      </div>
      <SelectField {...field('time_zone', { label: t('timeZone'), required: true })} options={zones} />
    </>
  );
}

function FirstFields({ form: { field } }: Form) {
  const t = useTranslations('operators');
  const text = (name: 'school_name' | 'school_code' | 'year_name' | 'given_name' | 'family_name') => (
    <TextField {...field(name, { label: t(name), required: true, maxLength: 120 })} autoComplete="off" />
  );
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{t('firstSchool')}</legend>
        {text('school_name')}
        {text('school_code')}
        {text('year_name')}
        <div className="grid grid-cols-2 gap-4">
          <DateField {...field('starts_on', { label: t('starts_on'), required: true })} />
          <DateField {...field('ends_on', { label: t('ends_on'), required: true })} />
        </div>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{t('firstAdmin')}</legend>
        {text('given_name')}
        {text('family_name')}
        <TextField
          {...field('email', { label: t('email'), required: true })}
          type="email"
          inputMode="email"
          autoComplete="off"
        />
      </fieldset>
    </>
  );
}
