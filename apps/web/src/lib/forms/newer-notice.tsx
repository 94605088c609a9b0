'use client';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';

/** Offers the newer version of a record instead of putting it in place of what is being typed (UXP-41). */
export function NewerNotice({ take }: { take: (() => void) | null }) {
  const t = useTranslations('errors');
  if (!take) return null;
  return (
    <Banner
      live
      tone="warn"
      title={t('newer')}
      actions={
        <Button size="small" onClick={take}>
          {t('takeNewer')}
        </Button>
      }
    >
      {t('newerText')}
    </Banner>
  );
}
