'use client';
import type { BulkAct } from '@k12/contracts/identity/users.bulk';
import { Button } from '@k12/ui/button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { usePageActions } from '@/shell/page-actions.ts';
import type { Bulk } from './use-bulk.ts';

const BulkForm = dynamic(
  loaded(() => import('./bulk-form.tsx').then((module) => module.BulkForm)),
  { loading: nothingYet },
);

const actions = ['invite', 'activate', 'suspend', 'deactivate'] as const;
const asking = ['assign_role', 'assign_school', 'assign_grade'] as const;
export type AskingAction = (typeof asking)[number];

/** What can be done to all that are selected: at once, or after saying which role, school or grade. */
export function BulkActions({ bulk, selected }: { bulk: Bulk; selected: string[] }) {
  const t = useTranslations('people');
  const tu = useTranslations('common.ui');
  const { me } = useSession();
  const [asked, setAsked] = useState<AskingAction | null>(null);
  const mayChange = me.capabilities['users.bulk'] !== undefined;
  const offered = asking.filter(
    (action) => action !== 'assign_role' || me.capabilities['role_assignments.manage'] !== undefined,
  );
  const hint = tu('selected', { count: selected.length });
  const ways = [
    ...actions.map((key) => ({ key, run: () => void bulk.run({ action: key }, selected) })),
    ...offered.map((key) => ({ key, run: () => setAsked(key) })),
  ];
  usePageActions(
    mayChange && selected.length > 0
      ? ways.map(({ key, run }) => ({ key, label: t(`actions.${key}`), hint, run }))
      : [],
  );
  if (!mayChange) return null;
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action}
          size="small"
          loading={bulk.running === action}
          onClick={() => bulk.run({ action }, selected)}
        >
          {t(`actions.${action}`)}
        </Button>
      ))}
      <Menu
        trigger={
          <Button size="small" variant="quiet" iconEnd={<ChevronDown size={16} aria-hidden />}>
            {t('bulkMore')}
          </Button>
        }
      >
        {offered.map((action) => (
          <MenuItem key={action} onPress={() => setAsked(action)}>
            {t(`actions.${action}`)}
          </MenuItem>
        ))}
      </Menu>
      {asked && (
        <BulkForm
          action={asked}
          count={selected.length}
          onClose={() => setAsked(null)}
          onGiven={(act: BulkAct) => void bulk.run(act, selected)}
        />
      )}
    </>
  );
}
