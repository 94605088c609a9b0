'use client';
import { type GuardianLink, Relationship } from '@k12/contracts/identity/guardian-links';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { optionalOf, textOf } from '@/lib/forms/submit.ts';

export const linkFieldNames = [
  'relationship',
  'may_access_records',
  'may_consent',
  'receives_communications',
  'starts_on',
  'ends_on',
  'legal_note',
] as const;
type LinkValues = Pick<GuardianLink, (typeof linkFieldNames)[number]>;

const newLink: LinkValues = {
  relationship: 'parent',
  may_access_records: true,
  may_consent: true,
  receives_communications: true,
  starts_on: null,
  ends_on: null,
  legal_note: null,
};

/** Who the guardian is to the student, and what the link allows. */
export function LinkFields({
  link = newLink,
  errors,
}: {
  link?: LinkValues;
  errors: Record<string, string>;
}) {
  const t = useTranslations('guardians');
  const field = (name: (typeof linkFieldNames)[number]) => ({ id: name, name, error: errors[name] });
  return (
    <>
      <SelectField
        {...field('relationship')}
        label={t('relationship')}
        defaultValue={link.relationship}
        options={Relationship.options.map((value) => ({ value, label: t(`relationships.${value}`) }))}
      />
      <fieldset className="grid gap-2.5">
        <legend className="mb-1.5 text-small font-medium text-ink-2">{t('rights')}</legend>
        <Checkbox
          {...field('may_access_records')}
          label={t('maySee')}
          hint={t('maySeeHint')}
          defaultChecked={link.may_access_records}
        />
        <Checkbox
          {...field('may_consent')}
          label={t('mayConsent')}
          hint={t('mayConsentHint')}
          defaultChecked={link.may_consent}
        />
        <Checkbox
          {...field('receives_communications')}
          label={t('mayHear')}
          defaultChecked={link.receives_communications}
        />
      </fieldset>
      <div className="grid grid-cols-2 gap-4">
        <DateField {...field('starts_on')} label={t('startsOn')} defaultValue={link.starts_on ?? ''} />
        <DateField {...field('ends_on')} label={t('endsOn')} defaultValue={link.ends_on ?? ''} />
      </div>
      <TextArea
        {...field('legal_note')}
        label={t('legalNote')}
        hint={t('legalNoteHint')}
        defaultValue={link.legal_note ?? ''}
        rows={2}
      />
    </>
  );
}

export function readLink(form: FormData): LinkValues {
  const isOn = (name: string) => form.get(name) !== null;
  return {
    relationship: Relationship.options.find((known) => known === textOf(form, 'relationship')) ?? 'parent',
    may_access_records: isOn('may_access_records'),
    may_consent: isOn('may_consent'),
    receives_communications: isOn('receives_communications'),
    starts_on: optionalOf(form, 'starts_on'),
    ends_on: optionalOf(form, 'ends_on'),
    legal_note: optionalOf(form, 'legal_note'),
  };
}
