'use client';
import {
  deleteObservation,
  getMasteryDetail,
  type MasteryDetail,
  type MasteryEvidence,
} from '@k12/contracts/teaching/mastery';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';
import { JudgementForm } from './judgement-form.tsx';
import { LevelMark } from './level-mark.tsx';
import { ObservationForm } from './observation-form.tsx';
import { TrendMark } from './trend-mark.tsx';

interface Props {
  courseId: string;
  student_id: string;
  standard_id: string;
  onClose: () => void;
}

/** Why a student stands where the sheet says: evidence, judgement and the history of both. */
export function DetailDrawer({ courseId, student_id, standard_id, onClose }: Props) {
  const t = useTranslations('teaching-mastery');
  const params = { id: courseId, student_id, standard_id };
  const reply = useApi(getMasteryDetail, { params });
  const isThis = reply.data?.student.id === student_id && reply.data.standard.id === standard_id;
  const detail = isThis ? reply.data : undefined;
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={detail ? <bdi data-private>{detail.student.name}</bdi> : t('detail.title')}
      description={detail && <bdi>{`${detail.standard.code} ${detail.standard.statement}`}</bdi>}
    >
      <RegionBody reply={{ ...reply, data: detail }}>
        {(shown) => (
          <div className="grid gap-6">
            <Standing detail={shown} />
            <Evidence detail={shown} params={params} />
            {shown.can.judge && (
              <ObservationForm key={shown.evidence.length} detail={shown} params={params} />
            )}
            {shown.can.judge && <JudgementForm key={shown.lock_version} detail={shown} params={params} />}
            <History detail={shown} />
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

export interface CellParams {
  id: string;
  student_id: string;
  standard_id: string;
}

function Standing({ detail }: { detail: MasteryDetail }) {
  const t = useTranslations('teaching-mastery');
  const dates = useDates();
  const { levels, level, trend, calculated, judgement } = detail;
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-2 text-body">
        <LevelMark levels={levels} level={level} nothing={t('notAssessed')} />
        {detail.value !== null && <span className="tabular-nums">{Number(detail.value)}</span>}
        {trend && <TrendMark trend={trend} />}
        {detail.is_mastered !== null && (
          <span className="text-ink-2">{t(detail.is_mastered ? 'mastered' : 'notMastered')}</span>
        )}
      </p>
      {judgement && (
        <p className="rounded-control border border-line bg-canvas px-3 py-2 text-small">
          {t(judgement.is_over ? 'detail.judgementOver' : 'detail.judgedBy', {
            name: judgement.judged_by?.name ?? '',
            time: dates.instant(judgement.judged_at),
          })}{' '}
          {calculated && t('detail.calculated', { level: levels[calculated.level]?.label ?? '' })}
          {judgement.note && <bdi className="mt-1 block text-body">{judgement.note}</bdi>}
        </p>
      )}
    </div>
  );
}

function Evidence({ detail, params }: { detail: MasteryDetail; params: CellParams }) {
  const t = useTranslations('teaching-mastery');
  return (
    <section aria-labelledby="mastery-evidence">
      <h3 id="mastery-evidence" className="mb-2 text-body font-semibold">
        {t('detail.evidence')}
      </h3>
      {detail.evidence.length === 0 && <p className="text-small text-ink-2">{t('detail.noEvidence')}</p>}
      <ul className="grid gap-2">
        {detail.evidence.map((piece) => (
          <Piece key={piece.id} piece={piece} detail={detail} params={params} />
        ))}
      </ul>
    </section>
  );
}

function Piece({
  piece,
  detail,
  params,
}: {
  piece: MasteryEvidence;
  detail: MasteryDetail;
  params: CellParams;
}) {
  const t = useTranslations('teaching-mastery');
  const dates = useDates();
  const attempt = useAttempt();
  const remove = useChange(deleteObservation, ['mastery.']);
  const isObservation = piece.source === 'observation';
  const source = t(`sources.${piece.source}`);
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-b border-line pb-2 text-body">
      <bdi>{piece.assignment?.title ?? source}</bdi>
      <LevelMark levels={detail.levels} level={piece.level} nothing={t('notAssessed')} />
      <span className="text-small text-ink-2">
        {[
          piece.assignment ? source : null,
          piece.criterion,
          piece.observed_by?.name,
          dates.instant(piece.observed_at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {isObservation && detail.can.judge && (
        <Button
          size="small"
          variant="quiet"
          onClick={() =>
            attempt(() => remove({ params: { ...params, observation_id: piece.id } }), {
              done: t('detail.removed'),
            })
          }
        >
          {t('detail.remove')}
        </Button>
      )}
      {piece.note && <bdi className="col-span-2 text-small">{piece.note}</bdi>}
      {!piece.is_posted && (
        <span className="col-span-2">
          <Badge>{t('detail.staffOnly')}</Badge>
        </span>
      )}
    </li>
  );
}

function History({ detail }: { detail: MasteryDetail }) {
  const t = useTranslations('teaching-mastery');
  const dates = useDates();
  if (detail.history.length === 0) return null;
  const labelOf = (value: string | null) =>
    detail.levels.find((level) => Number(level.value) === Number(value))?.label ?? value ?? '';
  return (
    <section aria-labelledby="mastery-history">
      <h3 id="mastery-history" className="mb-2 text-body font-semibold">
        {t('detail.history')}
      </h3>
      <ul className="grid gap-1.5 text-small text-ink-2">
        {detail.history.map((change) => (
          <li key={change.id}>
            {t(`changes.${change.kind}`, { level: labelOf(change.value) })} ·{' '}
            <bdi>{change.changed_by?.name}</bdi> · {dates.instant(change.changed_at)}
          </li>
        ))}
      </ul>
    </section>
  );
}
