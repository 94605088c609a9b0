'use client';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import {
  archiveModule,
  deleteModule,
  type ModulePublish,
  publishModule,
  restoreModule,
  unpublishModule,
} from '@k12/contracts/teaching/modules';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PrintItem } from '@/features/planning/print/print-item.tsx';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { ModuleSettings } from './module-settings.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import type { OutlineMoves } from './use-outline.ts';

const ProgressDrawer = dynamic(
  loaded(() => import('./progress-drawer.tsx').then((file) => file.ProgressDrawer)),
  { loading: nothingYet },
);

interface Props {
  module: CourseModule;
  modules: readonly CourseModule[];
  moves: OutlineMoves;
}

export function ModuleMenu({ module, modules, moves }: Props) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const publish = useChange(publishModule, ['modules.']);
  const unpublish = useChange(unpublishModule, ['modules.']);
  const archive = useChange(archiveModule, ['modules.']);
  const remove = useChange(deleteModule, ['modules.']);
  const restore = useChange(restoreModule, ['modules.']);
  const [open, setOpen] = useState<'schedule' | 'settings' | 'progress' | null>(null);
  const params = { id: module.id };
  const at = modules.findIndex(({ id }) => id === module.id);
  const run = (body: ModulePublish) => void attempt(() => publish({ params, body }));
  const isDraft = module.state === 'draft';
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            variant="quiet"
            label={t('more', { name: module.title })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        {module.state !== 'published' && (
          <MenuItem onPress={() => run({ what: 'module' })}>{t('publishModule')}</MenuItem>
        )}
        <MenuItem onPress={() => run({ what: 'module_and_items' })}>{t('publishAll')}</MenuItem>
        <MenuItem onPress={() => setOpen('schedule')}>{t('scheduleAll')}</MenuItem>
        {module.state === 'published' && (
          <MenuItem onPress={() => setOpen('progress')}>{t('progress.open')}</MenuItem>
        )}
        <PrintItem kind="module" id={module.id} />
        {!isDraft && (
          <MenuItem onPress={() => void attempt(() => unpublish({ params, body: {} }))}>
            {t('unpublish')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem onPress={() => setOpen('settings')}>{t('settings')}</MenuItem>
        <MenuItem disabled={at === 0} onPress={() => moves.moveModule(module.id, at - 1)}>
          {t('up')}
        </MenuItem>
        <MenuItem disabled={at === modules.length - 1} onPress={() => moves.moveModule(module.id, at + 1)}>
          {t('down')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          onPress={() =>
            void attempt(() => archive({ params, body: { archived: true } }), {
              done: t('archived'),
              undo: () => archive({ params, body: { archived: false } }),
            })
          }
        >
          {t('archive')}
        </MenuItem>
        <MenuItem
          danger
          onPress={() =>
            void attempt(() => remove({ params }), {
              done: t('moduleDeleted'),
              undo: () => restore({ params, body: {} }),
            })
          }
        >
          {t('delete')}
        </MenuItem>
      </Menu>
      {open === 'schedule' && (
        <ScheduleDialog
          title={t('scheduleAll')}
          onClose={() => setOpen(null)}
          onChoose={(publish_at) => {
            setOpen(null);
            run({ what: 'module_and_items', publish_at });
          }}
        />
      )}
      {open === 'progress' && <ProgressDrawer module={module} onClose={() => setOpen(null)} />}
      {open === 'settings' && (
        <ModuleSettings module={module} modules={modules} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
