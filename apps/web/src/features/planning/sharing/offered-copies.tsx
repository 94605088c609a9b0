'use client';
import { acceptPlanOffer, listPlanOffers, type PlanOffer } from '@k12/contracts/planning/copies';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';

const newest = { query: { limit: 5 } };

/** Units that colleagues offer as a copy; nothing is said where there is none. */
export function OfferedCopies() {
  const t = useTranslations('planning-sharing');
  const offers = useApi(listPlanOffers, newest);
  if (!offers.data || offers.data.data.length === 0) return null;
  return (
    <section aria-label={t('forYou')}>
      <h2 className="mb-2 text-large font-semibold">{t('forYou')}</h2>
      <List>
        {offers.data.data.map((offer) => (
          <Offered key={offer.id} offer={offer} />
        ))}
      </List>
    </section>
  );
}

function Offered({ offer }: { offer: PlanOffer }) {
  const t = useTranslations('planning-sharing');
  const router = useRouter();
  const attempt = useAttempt();
  const accept = useChange(acceptPlanOffer, ['unit_plans.', 'plan_offers.']);
  const take = () =>
    attempt(async () => {
      const { id } = await accept({ params: { id: offer.id } });
      router.push(paths.planUnit(id));
    });
  return (
    <ListRow
      title={<bdi>{offer.title}</bdi>}
      description={
        <bdi>
          {t('offeredBy', { name: offer.offered_by.display_name })}
          {offer.note && ` · ${offer.note}`}
        </bdi>
      }
      end={
        <Button size="small" onClick={() => void take()}>
          {t('take')}
        </Button>
      }
    />
  );
}
