'use client';
import { type Capability, sensitiveCapabilities } from '@k12/contracts/identity/capabilities';
import { type Role, updateRole } from '@k12/contracts/identity/roles';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Checkbox } from '@k12/ui/checkbox';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { capabilityGroups, harmlessOf } from './capability-groups.ts';
import { useCapabilityName } from './capability-names.ts';

interface Props {
  role: Role;
  /** The role it was copied from: differences to it are marked. */
  source: Role | null;
}

export function RoleCapabilities({ role, source }: Props) {
  const t = useTranslations('roles');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const update = useChange(updateRole);
  const [chosen, setChosen] = useState<ReadonlySet<Capability>>(() => new Set(role.capabilities));
  const isChanged =
    chosen.size !== role.capabilities.length || role.capabilities.some((key) => !chosen.has(key));
  const set = (keys: readonly Capability[], on: boolean) =>
    setChosen((now) => {
      const next = new Set(now);
      for (const key of keys) on ? next.add(key) : next.delete(key);
      return next;
    });
  const save = () =>
    attempt(
      () =>
        update({
          params: { id: role.id },
          body: { capabilities: [...chosen], lock_version: role.lock_version },
        }),
      { done: t('savedNamed', { name: role.name }) },
    );
  return (
    <Section title={t('may')} note={t('mayCount', { count: chosen.size })}>
      {!role.can.update && <p className="text-ink-2">{t(role.is_system ? 'systemNote' : 'readOnlyNote')}</p>}
      <div className="grid gap-6">
        {capabilityGroups.map(({ group, capabilities }) => (
          <Group
            key={group}
            name={t(`groups.${group}`)}
            capabilities={
              role.can.update || source ? capabilities : capabilities.filter((key) => chosen.has(key))
            }
            chosen={chosen}
            source={source}
            onSet={role.can.update ? set : null}
          />
        ))}
      </div>
      {isChanged && (
        <div className="sticky bottom-0 z-sticky flex justify-end gap-2 border-t border-line bg-paper py-3 max-tablet:bottom-14">
          <Button onClick={() => setChosen(new Set(role.capabilities))}>{tc('cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {tc('save')}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface GroupProps {
  name: string;
  capabilities: readonly Capability[];
  chosen: ReadonlySet<Capability>;
  source: Role | null;
  onSet: ((keys: readonly Capability[], on: boolean) => void) | null;
}

function Group({ name, capabilities, chosen, source, onSet }: GroupProps) {
  const t = useTranslations('roles');
  if (capabilities.length === 0) return null;
  const harmless = harmlessOf(capabilities);
  const has = capabilities.filter((key) => chosen.has(key)).length;
  const all = harmless.every((key) => chosen.has(key));
  return (
    <section aria-label={name}>
      <div className="mb-1 flex items-center justify-between gap-3 border-b border-line pb-1">
        <h3 className="text-body font-semibold">
          {name}{' '}
          <span className="font-regular text-ink-3 tabular-nums">
            {t('share', { has, all: capabilities.length })}
          </span>
        </h3>
        {onSet && (
          <Button size="small" variant="quiet" onClick={() => onSet(harmless, !all)}>
            {t(all ? 'chooseNone' : 'chooseAll')}
          </Button>
        )}
      </div>
      <ul className="grid tablet:grid-cols-2 tablet:gap-x-6">
        {capabilities.map((key) => (
          <CapabilityRow key={key} capability={key} has={chosen.has(key)} source={source} onSet={onSet} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Pick<GroupProps, 'source' | 'onSet'> {
  capability: Capability;
  has: boolean;
}

function CapabilityRow({ capability, has, source, onSet }: RowProps) {
  const t = useTranslations('roles');
  const capabilityName = useCapabilityName();
  const had = source?.capabilities.includes(capability);
  const difference = had === undefined || had === has ? null : has ? 'added' : 'removed';
  const name = capabilityName(capability);
  return (
    <li
      className={clsx(
        'flex min-h-8 flex-wrap items-center gap-2 rounded-small px-1.5 py-1',
        difference === 'added' && 'bg-ok-tint',
        difference === 'removed' && 'bg-bad-tint',
      )}
    >
      {onSet ? (
        <Checkbox label={name} checked={has} onCheckedChange={(on) => onSet([capability], on)} />
      ) : (
        <span className={has ? undefined : 'text-ink-3 line-through'}>{name}</span>
      )}
      {difference && (
        <Badge tone={difference === 'added' ? 'ok' : 'bad'}>{t(`differences.${difference}`)}</Badge>
      )}
      {sensitiveCapabilities.has(capability) && <Badge tone="warn">{t('sensitive')}</Badge>}
    </li>
  );
}
