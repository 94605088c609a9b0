'use client';
import { createFeed } from '@k12/contracts/planning/calendar';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { Rss } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';

/** The secret address for a calendar program; asked again, there is a new one and the old one ends (PLN-123). */
export function FeedAddress() {
  const t = useTranslations('planning-calendar');
  const attempt = useAttempt();
  const open = useChange(createFeed, ['calendar_feeds.']);
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const make = () => attempt(async () => setAddress((await open({ body: {} })).address));
  const close = () => {
    setOpen(false);
    setAddress(null);
  };
  return (
    <>
      <Button icon={<Rss aria-hidden />} onClick={() => setOpen(true)}>
        {t('feed')}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={(next) => !next && close()} title={t('feed')} description={t('feedText')}>
          {address ? (
            <TextField
              label={t('feedAddress')}
              value={address}
              readOnly
              onFocus={(event) => event.target.select()}
            />
          ) : (
            <Button variant="primary" onClick={make}>
              {t('feedMake')}
            </Button>
          )}
        </Dialog>
      )}
    </>
  );
}
