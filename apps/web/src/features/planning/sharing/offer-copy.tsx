'use client';
import { listOffersOfUnit, offerCopy, type PlanOffer, revokePlanOffer } from '@k12/contracts/planning/copies';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { SearchPicker } from '@k12/ui/person-picker';
import { TextArea } from '@k12/ui/text-area';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { type Colleague, findColleagues } from './find-colleagues.ts';

/** Colleagues take a copy of their own; whatever they make of it never comes back here. */
export function OfferCopy({ unitId }: { unitId: string }) {
  const t = useTranslations('planning-sharing');
  const params = { id: unitId };
  const offers = useApi(listOffersOfUnit, { params });
  const attempt = useAttempt();
  const offer = useChange(offerCopy, ['unit_plans.offers']);
  const [chosen, setChosen] = useState<Colleague | null>(null);
  const [note, setNote] = useState('');
  const send = async () => {
    if (!chosen) return;
    const body = { to: { kind: chosen.kind, id: chosen.value }, note: note.trim() || null };
    const done = t('offered', { name: chosen.label });
    if (!(await attempt(() => offer({ params, body }), { done }))) return;
    setChosen(null);
    setNote('');
  };
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t('copyText')}</p>
      <SearchPicker
        label={t('to')}
        placeholder={t('addHint')}
        search={findColleagues}
        value={chosen}
        onValueChange={setChosen}
        empty={t('nobody')}
      />
      <TextArea
        label={t('note')}
        rows={2}
        dir="auto"
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div>
        <Button variant="primary" disabled={!chosen} onClick={() => void send()}>
          {t('offer')}
        </Button>
      </div>
      <RegionBody reply={offers}>
        {({ data }) =>
          data.length > 0 && (
            <List framed label={t('offers')}>
              {data.map((one) => (
                <Offer key={one.id} offer={one} />
              ))}
            </List>
          )
        }
      </RegionBody>
    </div>
  );
}

function Offer({ offer }: { offer: PlanOffer }) {
  const t = useTranslations('planning-sharing');
  const attempt = useAttempt();
  const revoke = useChange(revokePlanOffer, ['unit_plans.offers']);
  const name = offer.user?.display_name ?? offer.team?.name ?? offer.school?.name ?? '';
  return (
    <ListRow
      title={<bdi>{name}</bdi>}
      description={
        <>
          <Ago at={offer.created_at} />
          {offer.note && <bdi> · {offer.note}</bdi>}
        </>
      }
      end={
        <IconButton
          size="small"
          label={t('withdraw', { name })}
          icon={<X aria-hidden />}
          onClick={() => void attempt(() => revoke({ params: { id: offer.id } }), { done: t('withdrawn') })}
        />
      }
    />
  );
}
