'use client';
import { ApiProblem } from '@k12/contracts/client';
import {
  createGroupSet,
  deleteGroupSet,
  type GroupSet,
  type GroupSetUpdate,
  listGroupSets,
  updateGroupSet,
} from '@k12/contracts/teaching/groups';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { EmptyState } from '@k12/ui/empty-state';
import { NumberField } from '@k12/ui/number-field';
import { TextField } from '@k12/ui/text-field';
import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** Divisions of the course; students go from group to group by drag, or by the list beside their name. */
export function GroupsPanel({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-roster');
  const sets = useApi(listGroupSets, { params: { id: courseId } });
  return (
    <div className="grid gap-8">
      <NewSet courseId={courseId} />
      <RegionBody reply={sets}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<UsersRound aria-hidden />} title={t('noGroupsTitle')}>
              {t('noGroupsText')}
            </EmptyState>
          ) : (
            data.map((set) => <OneSet key={set.id} set={set} />)
          )
        }
      </RegionBody>
    </div>
  );
}

function NewSet({ courseId }: { courseId: string }) {
  const t = useTranslations('teaching-roster');
  const attempt = useAttempt();
  const create = useChange(createGroupSet);
  const [name, setName] = useState('');
  const [count, setCount] = useState<number | null>(4);
  const send = () =>
    attempt(async () => {
      await create({ params: { id: courseId }, body: { name, split_into: count ?? 1 } });
      setName('');
    });
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void send();
      }}
    >
      <TextField
        label={t('setName')}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="w-32">
        <NumberField label={t('howMany')} min={1} max={100} value={count} onValueChange={setCount} />
      </div>
      <Button type="submit" disabled={!name.trim()}>
        {t('divide')}
      </Button>
    </form>
  );
}

/** Says what goes and what stays before a division is deleted. */
function GiveUpDialog({ set, onClose }: { set: GroupSet; onClose: () => void }) {
  const t = useTranslations('teaching-roster');
  const common = useTranslations('common');
  const attempt = useAttempt();
  const remove = useChange(deleteGroupSet, ['groups.']);
  return (
    <Dialog
      open
      urgent
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('giveUpTitle', { name: set.name })}
      footer={
        <>
          <DialogClose>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button
            variant="danger"
            onClick={() => {
              onClose();
              void attempt(() => remove({ params: { id: set.id } }));
            }}
          >
            {t('giveUp')}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t('giveUpText')}</p>
    </Dialog>
  );
}

type Movers = NonNullable<GroupSetUpdate['movers']>;

function OneSet({ set }: { set: GroupSet }) {
  const t = useTranslations('teaching-roster');
  const attempt = useAttempt();
  const update = useChange(updateGroupSet, ['groups.', 'assignments.']);
  const [givesUp, setGivesUp] = useState(false);
  const [asked, setAsked] = useState<{ student: string; to: string } | null>(null);
  const move = (student: string, to: string, movers?: Movers) =>
    attempt(async () => {
      setAsked(null);
      const groups = set.groups.map(({ id, name, members }) => {
        const others = members.map(({ student_id }) => student_id).filter((one) => one !== student);
        return { id, name, student_ids: id === to ? [...others, student] : others };
      });
      const body = { lock_version: set.lock_version, groups, ...(movers && { movers }) };
      try {
        await update({ params: { id: set.id }, body });
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'group.choose_work') throw error;
        setAsked({ student, to });
      }
    });
  const drop = (event: DragEvent, to: string) => {
    event.preventDefault();
    const student = event.dataTransfer.getData('text/plain');
    if (student) void move(student, to);
  };
  return (
    <section aria-label={set.name}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 className="font-semibold text-large">
          <bdi>{set.name}</bdi>
        </h2>
        {set.ungrouped_count > 0 && (
          <span className="text-small text-warn">{t('ungrouped', { count: set.ungrouped_count })}</span>
        )}
        <Button size="small" variant="quiet" className="ms-auto" onClick={() => setGivesUp(true)}>
          {t('giveUp')}
          <span className="hidden-visually">, {set.name}</span>
        </Button>
      </div>
      {givesUp && <GiveUpDialog set={set} onClose={() => setGivesUp(false)} />}
      {asked && (
        <div role="alert" className="mb-3 rounded-card bg-warn-tint p-3 text-small">
          <p className="font-medium">{t('moverTitle')}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="small" onClick={() => void move(asked.student, asked.to, 'keep')}>
              {t('moverKeep')}
            </Button>
            <Button size="small" onClick={() => void move(asked.student, asked.to, 'new_group')}>
              {t('moverNew')}
            </Button>
            <Button size="small" variant="quiet" onClick={() => setAsked(null)}>
              {t('moverNot')}
            </Button>
          </div>
        </div>
      )}
      <ul className="grid gap-3 tablet:grid-cols-2 laptop:grid-cols-3">
        {set.groups.map((group) => (
          <li
            key={group.id}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, group.id)}
            className="rounded-card border border-line bg-raised p-3"
          >
            <h3 className="mb-1 font-semibold text-ink-2 text-small">
              <bdi>{group.name}</bdi>
            </h3>
            <ul>
              {group.members.map(({ student_id, name }) => (
                <li
                  key={student_id}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData('text/plain', student_id)}
                  className="flex min-h-8 cursor-grab items-center justify-between gap-2"
                >
                  <bdi className="min-w-0 truncate">{name}</bdi>
                  <select
                    aria-label={t('groupOf', { name })}
                    value={group.id}
                    onChange={(event) => void move(student_id, event.target.value)}
                    className="min-h-6 max-w-24 rounded-small border border-transparent bg-transparent text-ink-3 text-small hover:border-line-control"
                  >
                    {set.groups.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </select>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
