'use client';
import { type OriginUpdate, takeTemplateUpdate, type UpdateOffer } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useSaid } from '../editor/conflicts/said.ts';
import { usePackWords } from '../pack-words.ts';

interface Props {
  unitId: string;
  update: OriginUpdate;
  onClose: () => void;
}

/** Three ways side by side; what nobody touched here is chosen already (PLN-68). */
export function UpdateDialog({ unitId, update, onClose }: Props) {
  const t = useTranslations('planning-templates.update');
  const attempt = useAttempt();
  const take = useChange(takeTemplateUpdate, ['unit_plans.']);
  const [paths, setPaths] = useState(
    () => new Set(update.offers.filter((offer) => offer.untouched && !offer.locked).map(({ path }) => path)),
  );
  const send = async (finish: boolean) => {
    const body = {
      origin: update.origin,
      to_version_id: update.to_version_id,
      revision: update.draft_revision,
      paths: finish ? [] : [...paths],
      finish,
    };
    const done = await attempt(() => take({ params: { id: unitId }, body }), {
      done: t(finish ? 'declined' : 'taken'),
    });
    // The editor keeps its own copy of the draft: it opens the new one.
    if (done && !finish) window.location.reload();
    else if (done) onClose();
  };
  const toggle = (path: string, chosen: boolean) => {
    const next = new Set(paths);
    if (chosen) next.add(path);
    else next.delete(path);
    setPaths(next);
  };
  return (
    <Dialog
      open
      size="large"
      title={t('title', { title: update.origin_title })}
      description={t('text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={() => void send(true)}>{t('decline')}</Button>
          <Button variant="primary" disabled={paths.size === 0} onClick={() => void send(false)}>
            {t('take', { count: paths.size })}
          </Button>
        </>
      }
    >
      <ul className="grid gap-4">
        {update.offers.map((offer) => (
          <OfferRow
            key={offer.path}
            offer={offer}
            chosen={paths.has(offer.path)}
            onChoose={(chosen) => toggle(offer.path, chosen)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface RowProps {
  offer: UpdateOffer;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

function OfferRow({ offer, chosen, onChoose }: RowProps) {
  const t = useTranslations('planning-templates.update');
  const words = usePackWords();
  const said = useSaid();
  const ways = [
    { key: 'was', value: offer.was },
    { key: 'now', value: offer.now },
    { key: 'mine', value: offer.mine },
  ] as const;
  return (
    <li className="rounded-card border border-line p-4">
      <Checkbox
        label={words(offer.label)}
        hint={t(offer.locked ? 'locked' : offer.untouched ? 'untouched' : 'touched')}
        disabled={offer.locked}
        checked={chosen}
        onCheckedChange={(value) => onChoose(value === true)}
      />
      <dl className="mt-3 grid gap-3 tablet:grid-cols-3">
        {ways.map(({ key, value }) => (
          <div key={key}>
            <dt className="text-ink-3 text-small">{t(key)}</dt>
            <dd dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {said(value) || '–'}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
