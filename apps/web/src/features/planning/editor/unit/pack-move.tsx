'use client';
import { movePack, type PackMoveReply } from '@k12/contracts/planning/copies';
import {
  getPlannerPack,
  listPlannerPacks,
  type PlannerPackSummary,
} from '@k12/contracts/planning/pack-admin';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { usePackWords } from '../../pack-words.ts';
import { useSaid } from '../conflicts/said.ts';
import { useEditor } from '../editor-context.tsx';

interface Props {
  unit: UnitPlan;
  onClose: () => void;
}

/** Brings a unit to another plan form: first where each part goes and what finds no place (PLN-61). */
export function PackMoveDialog({ unit, onClose }: Props) {
  const t = useTranslations('planning-editor.packMove');
  const tc = useTranslations('common');
  const words = usePackWords();
  const packs = useApi(listPlannerPacks, { query: { state: 'active', limit: 50 } });
  const move = usePackMove(unit);
  const isOther = ({ key, version }: PlannerPackSummary) =>
    key !== unit.pack_key || version !== unit.pack_version;
  return (
    <Dialog
      open
      title={t('title')}
      description={t('text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button
            variant="primary"
            loading={move.sending}
            disabled={!move.shown}
            onClick={() => void move.send()}
          >
            {t('move')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 pb-2">
        <RegionBody reply={packs}>
          {({ data }) => {
            const others = data.filter(isOther);
            if (others.length === 0) return <p className="text-body text-ink-2">{t('noOther')}</p>;
            return (
              <SelectField
                label={t('form')}
                placeholder={t('choose')}
                value={move.pack?.id ?? ''}
                options={others.map(({ id, label, version }) => ({
                  value: id,
                  label: t('named', { label: words(label), version }),
                }))}
                onValueChange={(id) => move.choose(others.find((pack) => pack.id === id))}
              />
            );
          }}
        </RegionBody>
        {move.pack && !move.shown && <SkeletonRows rows={3} />}
        {move.pack && move.shown && <Places packId={move.pack.id} shown={move.shown} onPlace={move.place} />}
      </div>
    </Dialog>
  );
}

function usePackMove(unit: UnitPlan) {
  const attempt = useAttempt();
  const { finish } = useEditor();
  const [pack, setPack] = useState<PlannerPackSummary>();
  const [mapping, setMapping] = useState<Readonly<Record<string, string | null>>>({});
  const [shown, setShown] = useState<PackMoveReply>();
  const [sending, setSending] = useState(false);
  useEffect(() => {
    if (!pack) return;
    let isLate = false;
    const body = { pack_key: pack.key, pack_version: pack.version, mapping, dry_run: true };
    void attempt(async () => {
      await finish();
      const reply = await callApi(movePack, { params: { id: unit.id }, body });
      if (!isLate) setShown(reply);
    }).then((isShown) => isShown || isLate || setPack(undefined));
    return () => {
      isLate = true;
    };
  }, [pack, mapping, unit.id, attempt, finish]);
  const send = async () => {
    if (!pack) return;
    setSending(true);
    const body = { pack_key: pack.key, pack_version: pack.version, mapping };
    const isMoved = await attempt(async () => {
      await finish();
      await callApi(movePack, { params: { id: unit.id }, body });
    });
    // The editor holds the unit in its old form, and must not write it back.
    if (isMoved) window.location.assign(paths.planUnit(unit.id));
    else setSending(false);
  };
  return {
    pack,
    shown,
    sending,
    send,
    choose: (next: PlannerPackSummary | undefined) => {
      setShown(undefined);
      setMapping({});
      setPack(next);
    },
    place: (from: string, to: string | null) => setMapping({ ...mapping, [from]: to }),
  };
}

interface PlacesProps {
  packId: string;
  shown: PackMoveReply;
  onPlace: (from: string, to: string | null) => void;
}

const beside = 'beside';

function Places({ packId, shown: { mapping, unmapped }, onPlace }: PlacesProps) {
  const t = useTranslations('planning-editor.packMove');
  const words = usePackWords();
  const said = useSaid();
  const pack = useApi(getPlannerPack, { params: { id: packId } });
  const sections = pack.data?.schemas.find(({ plan_kind }) => plan_kind === 'unit')?.sections ?? [];
  const labels = new Map(sections.map(({ key, label }) => [key, words(label)]));
  if (mapping.length === 0) return <p className="text-body text-ink-2">{t('nothingWritten')}</p>;
  return (
    <ul aria-label={t('places')} className="grid gap-3">
      {mapping.map(({ from_key, from_label, to_key, candidates }) => (
        <li key={from_key} className="rounded-card border border-line p-3">
          <SelectField
            label={words(from_label)}
            value={to_key ?? beside}
            options={[
              ...candidates.map((value) => ({ value, label: labels.get(value) ?? value })),
              { value: beside, label: t('beside') },
            ]}
            onValueChange={(value) => onPlace(from_key, value === beside ? null : value)}
          />
          {to_key === null && (
            <p dir="auto" className="mt-2 line-clamp-3 text-small text-ink-3 whitespace-pre-line">
              {said(unmapped.find(({ key }) => key === from_key)?.value)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
