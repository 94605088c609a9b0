'use client';
import {
  type Collaborator,
  type Collaborators,
  getDocumentCollaborators,
  getTemplateCollaborators,
  getUnitCollaborators,
  putDocumentCollaborators,
  putTemplateCollaborators,
  putUnitCollaborators,
} from '@k12/contracts/planning/collaborators';
import { CollaboratorAccess } from '@k12/contracts/planning/plan-records';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { SearchPicker } from '@k12/ui/person-picker';
import { SelectField } from '@k12/ui/select-field';
import { Users, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { type Colleague, findColleagues } from './find-colleagues.ts';

const calls = {
  unit: { get: getUnitCollaborators, put: putUnitCollaborators, resource: 'unit_plans.' },
  template: { get: getTemplateCollaborators, put: putTemplateCollaborators, resource: 'templates.' },
  document: {
    get: getDocumentCollaborators,
    put: putDocumentCollaborators,
    resource: 'curriculum_documents.',
  },
} as const;
export type SharedKind = keyof typeof calls;

type Access = Collaborator['access'];

/** The people and teams by name, each with a right; who is not listed has none. */
export function SharedWith({ kind, planId }: { kind: SharedKind; planId: string }) {
  const shared = useApi(calls[kind].get, { params: { id: planId } });
  return (
    <RegionBody reply={shared}>{(data) => <People kind={kind} planId={planId} shared={data} />}</RegionBody>
  );
}

interface Props {
  kind: SharedKind;
  planId: string;
  shared: Collaborators;
}

function People({ kind, planId, shared }: Props) {
  const t = useTranslations('planning-sharing');
  const change = useSharing(kind, planId, shared);
  return (
    <div className="grid gap-4">
      <AddColleague onAdd={change.add} />
      <List framed label={t('people')}>
        <ListRow
          lead={<PersonAvatar id={shared.owner.id} name={shared.owner.display_name} size="small" />}
          title={<bdi>{shared.owner.display_name}</bdi>}
          end={<span className="pe-3 text-small text-ink-3">{t('owner')}</span>}
        />
        {shared.data.map((one) => (
          <Person
            key={idOf(one)}
            one={one}
            onAccess={(access) => change.setAccess(one, access)}
            onRemove={() => change.remove(one)}
          />
        ))}
      </List>
    </div>
  );
}

const idOf = ({ user, team }: Collaborator) => user?.id ?? team?.id ?? '';
const nameOf = ({ user, team }: Collaborator) => user?.display_name ?? team?.name ?? '';

interface PersonProps {
  one: Collaborator;
  onAccess: (access: Access) => void;
  onRemove: () => void;
}

function Person({ one, onAccess, onRemove }: PersonProps) {
  const t = useTranslations('planning-sharing');
  const name = nameOf(one);
  return (
    <ListRow
      lead={
        one.team ? (
          <Users aria-hidden className="mx-1 text-ink-3" />
        ) : (
          <PersonAvatar id={one.user?.id ?? ''} name={name} size="small" />
        )
      }
      title={<bdi>{name}</bdi>}
      description={one.team ? t('team') : undefined}
      end={
        <span className="flex items-center gap-1">
          <AccessSelect label={t('accessOf', { name })} value={one.access} onChange={onAccess} />
          <IconButton
            size="small"
            label={t('remove', { name })}
            icon={<X aria-hidden />}
            onClick={onRemove}
          />
        </span>
      }
    />
  );
}

function AccessSelect(props: { label: string; value: Access; onChange: (access: Access) => void }) {
  const t = useTranslations('planning-sharing.access');
  return (
    <SelectField
      label={props.label}
      hideLabel
      value={props.value}
      onValueChange={(value) => {
        const access = CollaboratorAccess.options.find((one) => one === value);
        if (access) props.onChange(access);
      }}
      options={CollaboratorAccess.options.map((value) => ({ value, label: t(value) }))}
    />
  );
}

function AddColleague({ onAdd }: { onAdd: (colleague: Colleague, access: Access) => Promise<boolean> }) {
  const t = useTranslations('planning-sharing');
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const [access, setAccess] = useState<Access>('edit');
  const add = async () => {
    if (chosen && (await onAdd(chosen, access))) setChosen(null);
  };
  return (
    <div className="grid items-end gap-2 tablet:grid-cols-[minmax(0,1fr)_9rem_auto]">
      <SearchPicker
        label={t('add')}
        placeholder={t('addHint')}
        search={findColleagues}
        value={chosen}
        onValueChange={setChosen}
        empty={t('nobody')}
      />
      <AccessSelect label={t('right')} value={access} onChange={setAccess} />
      <Button variant="primary" disabled={!chosen} onClick={() => void add()}>
        {t('share')}
      </Button>
    </div>
  );
}

/** Each choice is one write of the whole list, on the list that is shown. */
function useSharing(kind: SharedKind, planId: string, shared: Collaborators) {
  const t = useTranslations('planning-sharing');
  const attempt = useAttempt();
  const { get, put, resource } = calls[kind];
  const send = useChange(put, [resource]);
  const { mutate } = useApi(get, { params: { id: planId } });
  const write = (next: readonly Collaborator[], lock_version = shared.lock_version) =>
    send({ params: { id: planId }, body: { collaborators: next.map(given), lock_version } });
  const save = async (next: readonly Collaborator[], done?: string, undo?: readonly Collaborator[]) => {
    let after = shared.lock_version;
    const saved = await attempt(
      async () => {
        after = (await write(next)).lock_version;
      },
      { ...(done && { done }), ...(undo && { undo: () => write(undo, after) }) },
    );
    if (!saved) await mutate();
    return saved;
  };
  return {
    add: ({ value: id, label, kind: what }: Colleague, access: Access) => {
      const added: Collaborator = {
        user: what === 'person' ? { id, display_name: label } : null,
        team: what === 'team' ? { id, name: label } : null,
        access,
      };
      const others = shared.data.filter((one) => idOf(one) !== id);
      return save([...others, added], t('shared', { name: label }));
    },
    setAccess: (one: Collaborator, access: Access) =>
      void save(shared.data.map((each) => (each === one ? { ...each, access } : each))),
    remove: (one: Collaborator) =>
      void save(
        shared.data.filter((each) => each !== one),
        t('removed', { name: nameOf(one) }),
        shared.data,
      ),
  };
}

function given({ user, team, access }: Collaborator) {
  return { user_id: user?.id ?? null, team_id: team?.id ?? null, access };
}
