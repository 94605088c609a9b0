'use client';
import { deleteCoursePage, restoreCoursePage } from '@k12/contracts/teaching/course-pages';
import { deleteModuleItem, restoreModuleItem, updateModuleItem } from '@k12/contracts/teaching/module-items';
import type { CompletionRule, CourseModule, ModuleItem } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { rulesFor } from './completion-choices.ts';
import { MoveDialog } from './move-dialog.tsx';
import type { OutlineMoves } from './use-outline.ts';

const PageDrawer = dynamic(
  loaded(() => import('./page-drawer.tsx').then((file) => file.PageDrawer)),
  { loading: nothingYet },
);

interface Props {
  item: ModuleItem;
  modules: readonly CourseModule[];
  moves: OutlineMoves;
}

export function ItemMenu({ item, modules, moves }: Props) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const update = useChange(updateModuleItem, ['modules.']);
  const remove = useChange(deleteModuleItem, ['modules.']);
  const restore = useChange(restoreModuleItem, ['modules.']);
  const removePage = useChange(deleteCoursePage, ['modules.', 'course_pages.']);
  const restorePage = useChange(restoreCoursePage, ['modules.', 'course_pages.']);
  const [open, setOpen] = useState<'move' | 'rule' | 'page' | null>(null);
  const params = { id: item.id };
  const change = (body: object) =>
    void attempt(() => update({ params, body: { ...body, lock_version: item.lock_version } }));
  /** In every module it stands in; taken back it stands there again. */
  const deletePage = (id: string) =>
    void attempt(() => removePage({ params: { id } }), {
      done: t('page.deleted'),
      undo: () => restorePage({ params: { id }, body: {} }),
    });
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton
            variant="quiet"
            size="small"
            label={t('more', { name: item.title })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        {item.kind === 'page' && <MenuItem onPress={() => setOpen('page')}>{t('page.open')}</MenuItem>}
        <MenuItem onPress={() => setOpen('move')}>{t('moveTo')}</MenuItem>
        {item.kind !== 'header' && <MenuItem onPress={() => setOpen('rule')}>{t('completion')}</MenuItem>}
        <MenuItem disabled={item.indent === 3} onPress={() => change({ indent: item.indent + 1 })}>
          {t('indent')}
        </MenuItem>
        <MenuItem disabled={item.indent === 0} onPress={() => change({ indent: item.indent - 1 })}>
          {t('outdent')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          danger
          onPress={() =>
            void attempt(() => remove({ params }), {
              done: t('itemDeleted'),
              undo: () => restore({ params, body: {} }),
            })
          }
        >
          {t(item.kind === 'page' ? 'page.takeFromModule' : 'delete')}
        </MenuItem>
        {item.kind === 'page' && item.target_id && (
          <MenuItem danger onPress={() => deletePage(item.target_id ?? '')}>
            {t('page.delete')}
          </MenuItem>
        )}
      </Menu>
      {open === 'page' && item.target_id && (
        <PageDrawer pageId={item.target_id} onClose={() => setOpen(null)} />
      )}
      {open === 'move' && (
        <MoveDialog
          modules={modules}
          itemId={item.id}
          count={1}
          onClose={() => setOpen(null)}
          onMove={(moduleId, place) => {
            setOpen(null);
            moves.moveItem(item.id, moduleId, place);
          }}
        />
      )}
      {open === 'rule' && (
        <RuleDialog
          kinds={[item.kind]}
          rule={item.completion_rule}
          minimum={item.completion_minimum === null ? null : Number(item.completion_minimum)}
          onClose={() => setOpen(null)}
          onChoose={(completion_rule, completion_minimum) => {
            setOpen(null);
            change({ completion_rule, completion_minimum });
          }}
        />
      )}
    </>
  );
}

interface RuleProps {
  kinds: readonly ModuleItem['kind'][];
  rule: CompletionRule;
  minimum: number | null;
  onChoose: (rule: CompletionRule, minimum: number | null) => void;
  onClose: () => void;
}

/** What a student has to do for it to count as done (TCH-22). */
export function RuleDialog({ kinds, onClose, onChoose, ...given }: RuleProps) {
  const t = useTranslations('teaching-modules');
  const [rule, setRule] = useState(given.rule);
  const [minimum, setMinimum] = useState<number | null>(given.minimum);
  const needsNumber = rule === 'score' || rule === 'posts';
  return (
    <Dialog
      open
      size="small"
      title={t('completion')}
      description={t('completionText')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={needsNumber && minimum === null}
            onClick={() => onChoose(rule, needsNumber ? minimum : null)}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <SelectField
          label={t('rule')}
          value={rule}
          onValueChange={(value) => setRule(value as CompletionRule)}
          options={rulesFor(kinds).map((value) => ({ value, label: t(`ruleNames.${value}`) }))}
        />
        {needsNumber && (
          <NumberField
            label={t(rule === 'score' ? 'percent' : 'posts')}
            min={0}
            max={1000}
            value={minimum}
            onValueChange={setMinimum}
          />
        )}
      </div>
    </Dialog>
  );
}
