'use client';
import { unpublishUnit } from '@k12/contracts/planning/transitions';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { shownIn } from './use-steps.ts';

/** Takes the unit out of readers' sight, and says how many courses followed it (PLN-52). */
export function useUnpublish(unit: { id: string; title: string }) {
  const t = useTranslations('planning-publish');
  const toast = useToast();
  const attempt = useAttempt();
  const unpublish = useChange(unpublishUnit, shownIn);
  return () =>
    attempt(async () => {
      const { warnings } = await unpublish({ params: { id: unit.id } });
      const count = warnings.find(({ code }) => code === 'placements_follow')?.count ?? 0;
      const said = count > 0 ? 'unpublishedFollowed' : 'unpublished';
      toast.show({ message: t(said, { title: unit.title, count }) });
    });
}
