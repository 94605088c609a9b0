'use client';
import type { ApiTokenCreate } from '@k12/contracts/identity/api-tokens';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useCloseGuard, useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { useSession } from '@/lib/session-context.tsx';

const fieldNames = ['name', 'scopes', 'expires_in_days'] as const;
const lifetimes = ['30', '90', '180', '365'];

type CreateToken = (
  body: Pick<ApiTokenCreate, 'name' | 'scopes' | 'expires_in_days'>,
) => Promise<{ token: string }>;

/** A token never holds more than its owner; it is shown this once. */
export function TokenForm({ create, onClose }: { create: CreateToken; onClose: () => void }) {
  const t = useTranslations('security.tokens');
  const [token, setToken] = useState<string | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const close = useCloseGuard(isUnsaved && token === null, onClose);
  return (
    <Dialog open urgent title={t(token ? 'made' : 'create')} onOpenChange={(open) => !open && close()}>
      {token ? (
        <MadeToken token={token} onClose={onClose} />
      ) : (
        <Fields create={create} onMade={setToken} onChanged={setUnsaved} />
      )}
    </Dialog>
  );
}

interface FieldsProps {
  create: CreateToken;
  onMade: (token: string) => void;
  onChanged: (changed: boolean) => void;
}

function Fields({ create, onMade, onChanged }: FieldsProps) {
  const t = useTranslations('security.tokens');
  const { me } = useSession();
  const [scopes, setScopes] = useState<string[]>([]);
  const { failure, sending, changed, props } = useSubmit(fieldNames, async (form) => {
    const expires_in_days = Number(textOf(form, 'expires_in_days'));
    const body = { name: textOf(form, 'name'), scopes: scopes as ApiTokenCreate['scopes'], expires_in_days };
    onMade((await create(body)).token);
  });
  const isUnsaved = changed || scopes.length > 0;
  useUnsavedGuard(isUnsaved);
  useEffect(() => onChanged(isUnsaved), [isUnsaved, onChanged]);
  const ownCapabilities = Object.keys(me.capabilities).sort();
  return (
    <form {...props} className="grid gap-4">
      <FormFailures failure={failure} />
      <TextField
        id="name"
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        error={failure?.fields.name}
        autoComplete="off"
        required
      />
      <MultiSelect
        id="scopes"
        label={t('scopes')}
        hint={t('scopesHint')}
        error={failure?.fields.scopes}
        required
        options={ownCapabilities.map((value) => ({ value, label: value }))}
        values={scopes}
        onValuesChange={setScopes}
      />
      <SelectField
        id="expires_in_days"
        name="expires_in_days"
        label={t('lifetime')}
        defaultValue="90"
        options={lifetimes.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
      />
      <Button type="submit" variant="primary" loading={sending} disabled={scopes.length === 0}>
        {t('create')}
      </Button>
    </form>
  );
}

function MadeToken({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useTranslations('security.tokens');
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t('madeLead')}</p>
      <code dir="ltr" className="rounded-control bg-sunken p-3 [overflow-wrap:anywhere]">
        {token}
      </code>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Copy size={16} aria-hidden />} onClick={() => navigator.clipboard.writeText(token)}>
          {t('copy')}
        </Button>
        <Button variant="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
