'use client';
import {
  deleteFramework,
  getCasePackage,
  getFrameworkTable,
  type StandardFramework,
} from '@k12/contracts/planning/standard-frameworks';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';

interface Props {
  framework: StandardFramework;
  onEdit: () => void;
  onMoveAlignments: () => void;
  onImport: () => void;
}

/** A framework of the list, and what its owners do with it as a whole. */
export function FrameworkRow({ framework, onEdit, onMoveAlignments, onImport }: Props) {
  const t = useTranslations('planning-standards.admin');
  const dates = useDates();
  const [isAsking, setAsking] = useState(false);
  const { id, title, standards_count, scope, version, updated_at, can } = framework;
  const about = [
    t('count', { count: standards_count }),
    version,
    t('updated', { at: dates.instant(updated_at) }),
  ];
  const download = (path: string) => window.location.assign(`/api/v1${path.replace('{id}', id)}`);
  return (
    <ListRow
      title={<bdi>{title}</bdi>}
      href={paths.planStandards(id)}
      description={about.filter(Boolean).join(' · ')}
      end={
        <span className="flex items-center gap-2">
          {framework.adoption_status === 'deprecated' && <Badge tone="warn">{t('outdated')}</Badge>}
          <Badge>{t(`scopes.${scope}`)}</Badge>
          <Menu
            align="end"
            trigger={<IconButton size="small" label={t('more', { title })} icon={<Ellipsis aria-hidden />} />}
          >
            <MenuItem href={paths.planStandards(id)}>{t(can.update ? 'openToChange' : 'open')}</MenuItem>
            {can.update && <MenuItem onPress={onEdit}>{t('edit')}</MenuItem>}
            {can.import && <MenuItem onPress={onImport}>{t('importInto')}</MenuItem>}
            {can.update && <MenuItem onPress={onMoveAlignments}>{t('moveAlignments')}</MenuItem>}
            <MenuSeparator />
            <MenuItem onPress={() => download(getCasePackage.path)}>{t('exportCase')}</MenuItem>
            <MenuItem onPress={() => download(getFrameworkTable.path)}>{t('exportCsv')}</MenuItem>
            {can.delete && (
              <>
                <MenuSeparator />
                <MenuItem danger onPress={() => setAsking(true)}>
                  {t('delete')}
                </MenuItem>
              </>
            )}
          </Menu>
          {isAsking && <DeleteQuestion framework={framework} onClose={() => setAsking(false)} />}
        </span>
      }
    />
  );
}

/** A framework does not come back, so its name and size are said before it goes. */
function DeleteQuestion({ framework, onClose }: { framework: StandardFramework; onClose: () => void }) {
  const t = useTranslations('planning-standards.admin');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const remove = useChange(deleteFramework, ['standard_frameworks.', 'standards.']);
  const { id, title, standards_count } = framework;
  const confirm = async () => {
    await attempt(() => remove({ params: { id } }), { done: t('deleted', { title }) });
    onClose();
  };
  return (
    <Dialog
      open
      size="small"
      title={t('deleteTitle', { title })}
      description={t('deleteText', { count: standards_count })}
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
