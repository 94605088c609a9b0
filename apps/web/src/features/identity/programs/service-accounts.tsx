'use client';
import {
  createServiceToken,
  listServiceAccounts,
  type ServiceAccount,
} from '@k12/contracts/identity/api-tokens';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { programRefreshes } from './program-refreshes.ts';

const AccountForm = dynamic(
  loaded(() => import('./account-form.tsx').then((module) => module.AccountForm)),
  { loading: nothingYet },
);
const TokenForm = dynamic(
  loaded(() => import('../security/token-form.tsx').then((module) => module.TokenForm)),
  { loading: nothingYet },
);
const GiveRole = dynamic(
  loaded(() => import('../user-detail/give-role.tsx').then((module) => module.GiveRole)),
  { loading: nothingYet },
);
const RightsOf = dynamic(
  loaded(() => import('../user-detail/rights-of.tsx').then((module) => module.RightsOf)),
  { loading: nothingYet },
);

type Act = 'token' | 'role' | 'rights' | 'owners';

/** Accounts that nobody signs in with; two admins answer for each (IDN-89). */
export function ServiceAccounts() {
  const t = useTranslations('programs.accounts');
  const accounts = useApi(listServiceAccounts, {});
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('title')}
      note={t('note')}
      action={
        <Button
          size="small"
          variant="quiet"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      }
    >
      <RegionBody reply={accounts}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('none')}</p>
          ) : (
            <List framed label={t('title')}>
              {data.map((account) => (
                <AccountRow key={account.id} account={account} />
              ))}
            </List>
          )
        }
      </RegionBody>
      {adding && <AccountForm account={null} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function AccountRow({ account }: { account: ServiceAccount }) {
  const t = useTranslations('programs.accounts');
  const joined = useJoined();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const createToken = useChange(createServiceToken, programRefreshes);
  const owners = account.owners.filter((owner) => owner.left_at === null).map((owner) => owner.display_name);
  const hasLeft = owners.length < account.owners.length;
  const subject = { id: account.id, display_name: account.name };
  return (
    <>
      <ListRow
        title={account.name}
        description={`${owners.length > 0 ? t('answered', { names: joined(owners) }) : t('nobody')} · ${t('tokens', { count: account.tokens })}`}
        end={
          <span className="flex items-center gap-3">
            {hasLeft && <Badge tone="warn">{t('ownerLeft')}</Badge>}
            <AccountMenu name={account.name} onAct={setAct} />
          </span>
        }
      />
      {act === 'token' && (
        <TokenForm create={(body) => createToken({ params: { id: account.id }, body })} onClose={close} />
      )}
      {act === 'role' && <GiveRole user={subject} onClose={close} />}
      {act === 'rights' && <RightsOf user={subject} onClose={close} />}
      {act === 'owners' && <AccountForm account={account} onClose={close} />}
    </>
  );
}

function AccountMenu({ name, onAct }: { name: string; onAct: (act: Act) => void }) {
  const t = useTranslations('programs.accounts');
  const tp = useTranslations('people');
  const { me } = useSession();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="small" label={t('moreOf', { name })} icon={<Ellipsis size={16} aria-hidden />} />
      }
    >
      <MenuItem onPress={() => onAct('token')}>{t('createToken')}</MenuItem>
      {me.capabilities['role_assignments.manage'] && (
        <MenuItem onPress={() => onAct('role')}>{tp('giveRole')}</MenuItem>
      )}
      {me.capabilities['roles.read'] && (
        <MenuItem onPress={() => onAct('rights')}>{tp('rights.open')}</MenuItem>
      )}
      <MenuItem onPress={() => onAct('owners')}>{t('nameOwners')}</MenuItem>
    </Menu>
  );
}
