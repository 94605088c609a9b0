'use client';
import {
  activatePlannerPack,
  getPlannerPack,
  type PlannerPack,
  type PlannerPackSummary,
  updatePlannerPack,
} from '@k12/contracts/planning/pack-admin';
import type { PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PackPreview } from '../library/pack-preview.tsx';
import { usePackWords } from '../pack-words.ts';
import { AddSection } from './add-section.tsx';
import { SectionRow } from './section-row.tsx';

interface Props {
  id: string;
  onClose: () => void;
  onCopy: (pack: PlannerPackSummary) => void;
}

/** One pack: its sections with what a plan of it looks like beside them (PLN-60). */
export function PackEditor({ id, onClose, onCopy }: Props) {
  const pack = useApi(getPlannerPack, { params: { id } });
  return (
    <RegionBody reply={pack}>
      {(found) => (
        <OpenPack key={`${found.id}-${found.lock_version}`} pack={found} onClose={onClose} onCopy={onCopy} />
      )}
    </RegionBody>
  );
}

function OpenPack({ pack, onClose, onCopy }: { pack: PlannerPack } & Omit<Props, 'id'>) {
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  const [schemas, setSchemas] = useState<PlanSchema[]>(pack.schemas);
  const [shown, setShown] = useState(pack.schemas[0]?.key ?? '');
  const isDirty = schemas !== pack.schemas;
  useUnsavedGuard(isDirty);
  const schema = schemas.find(({ key }) => key === shown) ?? schemas[0];
  if (!schema) return null;
  const write = (sections: PackSection[]) =>
    setSchemas(schemas.map((one) => (one.key === schema.key ? { ...one, sections } : one)));
  return (
    <>
      <PageHeader
        title={words(pack.label)}
        description={words(pack.description)}
        actions={<PackActions pack={pack} schemas={schemas} isDirty={isDirty} onClose={onClose} />}
      />
      {!pack.can.update && (
        <div className="mt-5">
          <Banner
            title={t(pack.shipped ? 'fixedShipped' : 'fixedActive')}
            actions={
              pack.can.copy && (
                <Button size="small" onClick={() => onCopy(pack)}>
                  {t('copy')}
                </Button>
              )
            }
          >
            {t('fixedText')}
          </Banner>
        </div>
      )}
      <div className="my-5 overflow-x-auto">
        <SegmentedControl
          label={t('schema')}
          value={schema.key}
          onValueChange={setShown}
          options={schemas.map(({ key, label }) => ({ value: key, label: words(label) }))}
        />
      </div>
      <div className="grid gap-8 laptop:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-3">
          <ol className="grid gap-3">
            {schema.sections.map((section, at) => (
              <SectionRow
                key={section.key}
                section={section}
                position={at}
                count={schema.sections.length}
                canEdit={pack.can.update}
                onChange={(next) =>
                  write(schema.sections.map((one) => (one.key === section.key ? next : one)))
                }
                onMove={(step) => write(moved(schema.sections, at, step))}
                onRemove={() => write(schema.sections.filter((one) => one.key !== section.key))}
              />
            ))}
          </ol>
          {pack.can.update && (
            <AddSection schema={schema} onAdd={(section) => write([...schema.sections, section])} />
          )}
        </div>
        <PackPreview pack={{ schema, reference: null }} />
      </div>
    </>
  );
}

interface ActionProps {
  pack: PlannerPack;
  schemas: PlanSchema[];
  isDirty: boolean;
  onClose: () => void;
}

function PackActions({ pack, schemas, isDirty, onClose }: ActionProps) {
  const t = useTranslations('planning-packs');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const update = useChange(updatePlannerPack);
  const activate = useChange(activatePlannerPack, ['planner_packs.', 'pack_assignments.', 'planner.']);
  const { id: packId, lock_version } = pack;
  const params = { id: packId };
  const save = () =>
    attempt(() => update({ params, body: { lock_version, schemas: schemas } }), {
      done: t('saved'),
    });
  const offer = () => attempt(() => activate({ params, body: { lock_version } }), { done: t('activated') });
  return (
    <div className="flex flex-wrap gap-2">
      <Button onClick={onClose}>{t('back')}</Button>
      {pack.can.update && (
        <Button variant={isDirty ? 'primary' : 'secondary'} disabled={!isDirty} onClick={() => void save()}>
          {tc('save')}
        </Button>
      )}
      {pack.can.activate && (
        <Button variant={isDirty ? 'secondary' : 'primary'} disabled={isDirty} onClick={() => void offer()}>
          {t('activate')}
        </Button>
      )}
    </div>
  );
}

function moved(sections: readonly PackSection[], at: number, step: number): PackSection[] {
  const section = sections[at];
  if (!section) return [...sections];
  return sections.toSpliced(at, 1).toSpliced(at + step, 0, section);
}
