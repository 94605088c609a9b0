'use client';
import { type GlobalFlag, listGlobalFlags } from '@k12/contracts/operations/feature-flags';
import { flags as declared, type FlagKind } from '@k12/contracts/operations/flags';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { StatusBadge } from '@k12/ui/status-badge';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { useFlagName } from './flag-words.ts';

const GlobalFlagDrawer = dynamic(
  loaded(() => import('./global-flag-drawer.tsx').then((module) => module.GlobalFlagDrawer)),
  { loading: nothingYet },
);

/** Emergency switches first: they are what is looked for in a hurry. */
const kinds: readonly FlagKind[] = ['kill_switch', 'release', 'entitlement'];

/** What flags are for everybody, and which of them should go (OPS-111, OPS-113). */
export function GlobalFlagsPart() {
  const t = useTranslations('operations.flags');
  const tf = useTranslations('flags');
  const reply = useApi(listGlobalFlags, {});
  const [opened, setOpened] = useState<GlobalFlag['key'] | null>(null);
  const flag = reply.data?.data.find(({ key }) => key === opened);
  return (
    <div className="grid max-w-document gap-10">
      <p className="text-ink-2">{t('lead')}</p>
      <RegionBody reply={reply}>
        {({ data }) =>
          kinds.map((kind) => (
            <Section key={kind} title={tf(`kinds.${kind}`)} note={t(`kindNotes.${kind}`)}>
              <List framed label={tf(`kinds.${kind}`)}>
                {data
                  .filter(({ key }) => declared[key].kind === kind)
                  .map((one) => (
                    <FlagRow key={one.key} flag={one} onOpen={() => setOpened(one.key)} />
                  ))}
              </List>
            </Section>
          ))
        }
      </RegionBody>
      {flag && <GlobalFlagDrawer flag={flag} onClose={() => setOpened(null)} />}
    </div>
  );
}

function FlagRow({ flag, onOpen }: { flag: GlobalFlag; onOpen: () => void }) {
  const t = useTranslations('operations.flags');
  const tf = useTranslations('flags');
  const tr = useTranslations('people.roleNames');
  const format = useFormatter();
  const dates = useDates();
  const flagName = useFlagName();
  const isOn = flag.enabled ?? flag.default_enabled;
  const off = declared[flag.key].kind === 'kill_switch' ? 'late' : 'archived';
  const roles = flag.roles.map((role) => (tr.has(role) ? tr(role) : role));
  const said = [
    flag.enabled === null && t('asDelivered'),
    flag.rollout_percent !== null &&
      t(`share.${flag.rollout_by}`, { percent: format.number(flag.rollout_percent) }),
    roles.length > 0 && t('onlyRoles', { roles: format.list(roles) }),
    flag.tenant_manageable && t('manageable'),
    flag.expires_on && t('until', { day: dates.day(flag.expires_on) }),
    flag.to_clean_up && t('toCleanUp'),
  ].filter((words) => typeof words === 'string');
  return (
    <ListRow
      title={flagName(flag.key)}
      description={said.join(' · ')}
      onPress={onOpen}
      end={<StatusBadge status={isOn ? 'done' : off}>{tf(isOn ? 'on' : 'off')}</StatusBadge>}
    />
  );
}
