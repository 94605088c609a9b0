'use client';
import { deletePasskey, listPasskeys, type Passkey, updatePasskey } from '@k12/contracts/identity/passkeys';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Dialog } from '@k12/ui/dialog';
import { List, ListRow } from '@k12/ui/list-row';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

const most = 10;
const refreshed = ['me.passkeys', 'me.factors'];

export function Passkeys() {
  const t = useTranslations('security.passkeys');
  const passkeys = useApi(listPasskeys, {});
  const [naming, setNaming] = useState<Passkey | 'new' | null>(null);
  const mayAdd = (passkeys.data?.data.length ?? most) < most;
  const add = mayAdd && (
    <Button size="small" variant="quiet" onClick={() => setNaming('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Section title={t('title')} note={t('note')} action={add}>
      <RegionBody reply={passkeys}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('empty')}</p>
          ) : (
            <List framed label={t('title')}>
              {data.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} onRename={() => setNaming(passkey)} />
              ))}
            </List>
          )
        }
      </RegionBody>
      {naming && <NameDialog passkey={naming === 'new' ? null : naming} onClose={() => setNaming(null)} />}
    </Section>
  );
}

function PasskeyRow({ passkey, onRename }: { passkey: Passkey; onRename: () => void }) {
  const t = useTranslations('security.passkeys');
  const dates = useDates();
  const attempt = useAttempt();
  const remove = useChange(deletePasskey, refreshed);
  const used = passkey.last_used_at
    ? t('used', { date: dates.instant(passkey.last_used_at) })
    : t('unused', { date: dates.instant(passkey.created_at) });
  const end = (
    <span className="flex items-center gap-1">
      <Button
        size="small"
        variant="quiet"
        onClick={onRename}
        aria-label={t('renameOf', { name: passkey.name })}
      >
        {t('rename')}
      </Button>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('removeOf', { name: passkey.name })}
        onClick={() => attempt(() => remove({ params: { id: passkey.id } }), { done: t('removed') })}
      >
        {t('remove')}
      </Button>
    </span>
  );
  return <ListRow title={passkey.name} description={used} end={end} />;
}

function NameDialog({ passkey, onClose }: { passkey: Passkey | null; onClose: () => void }) {
  const t = useTranslations('security.passkeys');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const { mutate } = useApi(listPasskeys, {});
  const rename = useChange(updatePasskey, refreshed);
  const [name, setName] = useState(passkey?.name ?? t('defaultName'));
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending || name.trim() === '') return;
    setSending(true);
    const done = await attempt(() =>
      passkey ? rename({ params: { id: passkey.id }, body: { name } }) : register(name, t('cancelled')),
    );
    setSending(false);
    if (!done) return;
    void mutate();
    onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title={t(passkey ? 'rename' : 'add')}
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          maxLength={80}
          autoComplete="off"
          required
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="primary" loading={sending}>
          {passkey ? tc('save') : t('continue')}
        </Button>
      </form>
    </Dialog>
  );
}

async function register(name: string, cancelled: string): Promise<void> {
  const { registerPasskey } = await import('../passkeys/register-passkey.ts');
  return registerPasskey(name, cancelled);
}
