'use client';
import {
  deleteStandard,
  reinstateStandard,
  retireStandard,
  type Standard,
} from '@k12/contracts/planning/standards';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Archive, ArchiveRestore, Ellipsis, FolderInput, Pencil, Plus, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const StandardForm = dynamic(
  loaded(() => import('./standard-form.tsx').then((module) => module.StandardForm)),
  { loading: nothingYet },
);
const MoveStandard = dynamic(
  loaded(() => import('./move-standard.tsx').then((module) => module.MoveStandard)),
  { loading: nothingYet },
);

interface Props {
  standard: Standard;
  /** A school may add below what the district wrote (PLN-82). */
  mayExtend: boolean;
  onChoose: (id: string | null) => void;
}

type Opened = 'edit' | 'add' | 'move' | 'delete' | null;

const refreshes = ['standards.', 'standard_frameworks.'];

/** What its owners do with the standard that is shown (PLN-83). */
export function StandardActions({ standard, mayExtend, onChoose }: Props) {
  const t = useTranslations('planning-standards.edit');
  const tc = useTranslations('common');
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const name = standard.code || standard.statement;
  const { can } = standard;
  if (!can.update && !mayExtend) return null;
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton size="small" label={t('more', { name })} icon={<Ellipsis aria-hidden />} />}
      >
        {can.update && (
          <MenuItem icon={<Pencil aria-hidden />} onPress={() => setOpened('edit')}>
            {tc('edit')}
          </MenuItem>
        )}
        <MenuItem icon={<Plus aria-hidden />} onPress={() => setOpened('add')}>
          {t('addBelow')}
        </MenuItem>
        {can.update && (
          <MenuItem icon={<FolderInput aria-hidden />} onPress={() => setOpened('move')}>
            {t('move')}
          </MenuItem>
        )}
        {(can.retire || can.delete) && <MenuSeparator />}
        {can.retire && <StateItem standard={standard} />}
        {can.delete && (
          <MenuItem danger icon={<Trash2 aria-hidden />} onPress={() => setOpened('delete')}>
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
      {(opened === 'edit' || opened === 'add') && (
        <StandardForm
          standard={opened === 'edit' ? standard : null}
          frameworkId={standard.framework_id}
          parent={opened === 'add' ? standard : null}
          isExtension={opened === 'add' && !can.update}
          schoolId={standard.school_id}
          onClose={close}
          onSaved={onChoose}
        />
      )}
      {opened === 'move' && <MoveStandard standard={standard} onClose={close} />}
      {opened === 'delete' && (
        <DeleteQuestion standard={standard} onClose={close} onGone={() => onChoose(null)} />
      )}
    </>
  );
}

function StateItem({ standard: { id, state } }: { standard: Standard }) {
  const t = useTranslations('planning-standards.edit');
  const attempt = useAttempt();
  const retire = useChange(retireStandard, refreshes);
  const reinstate = useChange(reinstateStandard, refreshes);
  const params = { id };
  if (state === 'retired')
    return (
      <MenuItem
        icon={<ArchiveRestore aria-hidden />}
        onPress={() => void attempt(() => reinstate({ params }), { done: t('reinstated') })}
      >
        {t('reinstate')}
      </MenuItem>
    );
  const press = () =>
    attempt(() => retire({ params }), { done: t('retired'), undo: () => reinstate({ params }) });
  return (
    <MenuItem icon={<Archive aria-hidden />} onPress={() => void press()}>
      {t('retire')}
    </MenuItem>
  );
}

interface QuestionProps {
  standard: Standard;
  onClose: () => void;
  onGone: () => void;
}

function DeleteQuestion({ standard, onClose, onGone }: QuestionProps) {
  const t = useTranslations('planning-standards.edit');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const remove = useChange(deleteStandard, ['standard_frameworks.', 'standards.search']);
  const name = standard.code || standard.statement;
  const confirm = async () => {
    const isGone = await attempt(() => remove({ params: { id: standard.id } }), {
      done: t('deleted', { name }),
    });
    onClose();
    if (isGone) onGone();
  };
  return (
    <Dialog
      open
      size="small"
      title={t('deleteTitle', { name })}
      description={t('deleteText')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="danger" onClick={() => void confirm()}>
            {t('delete')}
          </Button>
        </>
      }
    />
  );
}
