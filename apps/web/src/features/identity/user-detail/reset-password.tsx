'use client';
import { resetCredentials } from '@k12/contracts/identity/password-resets';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { RadioGroup } from '@k12/ui/radio-group';
import { useToast } from '@k12/ui/toast';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';

interface Props {
  person: Person;
  /** Teachers hand out codes; a link goes through the office (IDN-69). */
  codeOnly?: boolean;
  onClose: () => void;
}

interface Code {
  code: string;
  expires_at: string;
}

interface Person {
  id: string;
  display_name: string;
  address: string | null;
  /** What is typed above the code, where the caller may know it. */
  signInName: string | null;
}

/** A link for those who have mail, a code to hand over for those who have none (IDN-39, IDN-68). */
export function ResetPassword({ person, codeOnly = false, onClose }: Props) {
  const t = useTranslations('people.reset');
  const toast = useToast();
  const reset = useChange(resetCredentials, ['users.overview']);
  const [made, setMade] = useState<Code | null>(null);
  const { address } = person;
  const form = useSubmit(['method'], async (values) => {
    const method = textOf(values, 'method') === 'link' ? ('link' as const) : ('code' as const);
    const { code, expires_at } = await reset({ params: { id: person.id }, body: { method } });
    if (code) return setMade({ code, expires_at });
    toast.show({ message: t('sent', { address: address ?? '' }) });
    onClose();
  });
  if (made) return <MadeCode person={person} made={made} onClose={onClose} />;
  const ways = address && !codeOnly ? (['link', 'code'] as const) : (['code'] as const);
  return (
    <FormDrawer
      title={t('title', { name: person.display_name })}
      description={t('text')}
      action={t('action')}
      form={form}
      onClose={onClose}
    >
      <RadioGroup
        name="method"
        label={t('way')}
        look="cards"
        defaultValue={ways[0]}
        error={form.failure?.fields.method}
        options={ways.map((value) => ({
          value,
          label: t(`ways.${value}`),
          hint: t(`wayHints.${value}`, { address: address ?? '' }),
        }))}
      />
      {!address && !codeOnly && <p className="text-ink-2">{t('noAddress')}</p>}
    </FormDrawer>
  );
}

/** Shown this once: nobody can read it again, only make a new one. */
function MadeCode({ person, made, onClose }: { person: Person; made: Code; onClose: () => void }) {
  const t = useTranslations('people.reset');
  const dates = useDates();
  const { signInName } = person;
  return (
    <Dialog
      open
      urgent
      title={t('made', { name: person.display_name })}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="grid gap-4">
        <code
          dir="ltr"
          className="rounded-control bg-sunken p-3 text-center font-semibold text-heading tabular-nums"
        >
          {made.code}
        </code>
        <p className="text-ink-2">
          {t('use')}{' '}
          {signInName &&
            t.rich('useName', { who: () => <bdi className="font-medium text-ink">{signInName}</bdi> })}
        </p>
        <p className="text-ink-2">{t('until', { when: dates.instant(made.expires_at) })}</p>
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Copy size={16} aria-hidden />}
            onClick={() => navigator.clipboard.writeText(made.code)}
          >
            {t('copy')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('kept')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
