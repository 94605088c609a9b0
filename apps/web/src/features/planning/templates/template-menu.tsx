'use client';
import { deleteTemplate, restoreDeletedTemplate, type Template } from '@k12/contracts/planning/templates';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem } from '@k12/ui/menu';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';

/** What is done with a template once and seldom; units made from it stay as they are. */
export function TemplateMenu({ template: { id, title, can } }: { template: Template }) {
  const t = useTranslations('planning-editor');
  const router = useRouter();
  const attempt = useAttempt();
  const remove = useChange(deleteTemplate);
  const restore = useChange(restoreDeletedTemplate);
  const params = { id };
  const toBin = async () => {
    const done = await attempt(() => remove({ params, query: {} }), {
      done: t('binned', { title }),
      undo: () => restore({ params }),
    });
    if (done) router.push(paths.planTemplates());
  };
  if (!can.delete) return null;
  return (
    <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden />} />}>
      <MenuItem danger icon={<Trash2 aria-hidden />} onPress={() => void toBin()}>
        {t('toBin')}
      </MenuItem>
    </Menu>
  );
}
