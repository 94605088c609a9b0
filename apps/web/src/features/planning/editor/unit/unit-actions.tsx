'use client';
import { duplicateUnit } from '@k12/contracts/planning/copies';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { IconButton } from '@k12/ui/icon-button';
import { LinkButton } from '@k12/ui/link-button';
import { Menu, MenuItem, MenuSeparator } from '@k12/ui/menu';
import { Ellipsis } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { usePageActions } from '@/shell/page-actions.ts';
import { useUnpublish } from '../../publishing/use-unpublish.ts';
import { ShareButton } from '../../sharing/share-button.tsx';
import { useBin } from '../bin/use-bin.tsx';
import { useEditor } from '../editor-context.tsx';

const PinButton = dynamic(
  withPage(loaded(() => import('@/shell/pin-button.tsx').then((module) => module.PinButton))),
);

const PublishButton = dynamic(
  withPage(loaded(() => import('./publish-button.tsx').then((module) => module.PublishButton))),
);

const SaveAsTemplate = dynamic(
  loaded(() => import('../../templates/save-as-template.tsx').then((module) => module.SaveAsTemplate)),
  { loading: nothingYet },
);

const PackMove = dynamic(
  loaded(() => import('./pack-move.tsx').then((module) => module.PackMoveDialog)),
  { loading: nothingYet },
);

const PushToCourse = dynamic(
  loaded(() => import('../../to-course/push-to-course.tsx').then((module) => module.PushToCourse)),
  { loading: nothingYet },
);

export function UnitActions({ unit }: { unit: UnitPlan }) {
  return (
    <>
      <span className="max-tablet:hidden">
        <PinButton subject_type="unit_plan" subject_id={unit.id} title={unit.title} />
      </span>
      {unit.can.share && <ShareButton kind="unit" plan={unit} unit={unit} />}
      <UnitPreviewLink id={unit.id} />
      <PublishButton unit={unit} />
      <MoreActions unit={unit} />
    </>
  );
}

function UnitPreviewLink({ id }: { id: string }) {
  const t = useTranslations('planning-editor');
  return <LinkButton href={paths.planUnitPreview(id)}>{t('preview')}</LinkButton>;
}

function MoreActions({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const tt = useTranslations('planning-templates.save');
  const tp = useTranslations('planning-to-course');
  const router = useRouter();
  const attempt = useAttempt();
  const { saveVersion } = useEditor();
  const params = { id: unit.id };
  const { toBin, question } = useBin('unit', unit, () => router.push(paths.planUnits()));
  const duplicate = useChange(duplicateUnit, ['unit_plans.']);
  const copy = () =>
    attempt(async () => {
      const made = await duplicate({ params, body: {} });
      router.push(paths.planUnit(made.unit.id));
    });
  const [isTemplate, setTemplate] = useState(false);
  const [isPushing, setPushing] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const isPublished = unit.published_version_number !== null;
  const unpublish = useUnpublish(unit);
  const hint = unit.title;
  usePageActions([
    ...(isPublished ? [{ key: 'push', label: tp('title'), hint, run: () => setPushing(true) }] : []),
    { key: 'template', label: tt('action'), hint, run: () => setTemplate(true) },
    { key: 'duplicate', label: t('duplicate'), hint, run: copy },
    { key: 'preview', label: t('preview'), hint, run: () => router.push(paths.planUnitPreview(unit.id)) },
    { key: 'print', label: t('print'), hint, run: () => router.push(paths.planUnitPrint(unit.id)) },
  ]);
  return (
    <>
      <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden />} />}>
        {unit.can.update && (
          <MenuItem shortcut="Ctrl+S" onPress={saveVersion}>
            {t('saveVersion')}
          </MenuItem>
        )}
        <MenuItem onPress={() => router.push(paths.planCurriculumMap(unit.id))}>{t('schedule')}</MenuItem>
        {isPublished && <MenuItem onPress={() => setPushing(true)}>{tp('title')}</MenuItem>}
        <MenuItem onPress={() => router.push(paths.planUnitPrint(unit.id))}>{t('print')}</MenuItem>
        <MenuItem onPress={() => void copy()}>{t('duplicate')}</MenuItem>
        <MenuItem onPress={() => setTemplate(true)}>{tt('action')}</MenuItem>
        {mayMove(unit) && <MenuItem onPress={() => setMoving(true)}>{t('packMove.action')}</MenuItem>}
        {isPublished && unit.can.publish && (
          <MenuItem onPress={() => void unpublish()}>{t('unpublish')}</MenuItem>
        )}
        {unit.can.delete && (
          <>
            <MenuSeparator />
            <MenuItem danger onPress={toBin}>
              {t('toBin')}
            </MenuItem>
          </>
        )}
      </Menu>
      {question}
      {isMoving && <PackMove unit={unit} onClose={() => setMoving(false)} />}
      {isPushing && <PushToCourse unitId={unit.id} onClose={() => setPushing(false)} />}
      {isTemplate && <SaveAsTemplate unit={unit} onClose={() => setTemplate(false)} />}
    </>
  );
}

/** Under review and with parts that others locked, a unit keeps its form (PLN-61). */
function mayMove({ can, state, locked_paths }: UnitPlan): boolean {
  return can.update && state !== 'submitted' && state !== 'archived' && locked_paths.length === 0;
}
