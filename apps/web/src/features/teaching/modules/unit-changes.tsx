'use client';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { getUnitChanges, takeUnitChanges, type UnitChanges } from '@k12/contracts/teaching/unit-modules';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** The unit has moved on: what differs is shown, and nothing comes in by itself (TCH-26). */
export function UnitChangesNote({ module }: { module: CourseModule }) {
  const t = useTranslations('teaching-modules');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="px-3 pb-2">
      <Banner
        tone="info"
        actions={
          <Button size="small" onClick={() => setOpen(true)}>
            {t('lookAtChanges')}
          </Button>
        }
      >
        {t('unitChanged')}
      </Banner>
      {isOpen && <ChangesDialog module={module} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ChangesDialog({ module, onClose }: { module: CourseModule; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const reply = useApi(getUnitChanges, { params: { id: module.id } });
  return (
    <Dialog
      open
      title={t('changesTitle')}
      description={t('changesText')}
      onOpenChange={(open) => !open && onClose()}
    >
      <RegionBody reply={reply}>
        {(offer) => <Changes key={offer.version_id} module={module} offer={offer} onClose={onClose} />}
      </RegionBody>
    </Dialog>
  );
}

interface ChangesProps {
  module: CourseModule;
  offer: UnitChanges;
  onClose: () => void;
}

/** What nobody touched here is chosen already. */
function Changes({ module, offer, onClose }: ChangesProps) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const take = useChange(takeUnitChanges, ['modules.']);
  const [keys, setKeys] = useState<readonly string[]>(() =>
    offer.changes.filter(({ is_touched }) => !is_touched).map(({ key }) => key),
  );
  const send = async (chosen: readonly string[]) => {
    const body = { version_id: offer.version_id, keys: [...chosen] };
    if (await attempt(() => take({ params: { id: module.id }, body }))) onClose();
  };
  return (
    <>
      {offer.changes.length === 0 && <p className="py-4 text-ink-2">{t('noChanges')}</p>}
      <ul className="grid gap-3">
        {offer.changes.map((change) => (
          <li key={change.key + change.kind}>
            <Checkbox
              label={t(`changes.${change.kind}`, { before: change.before ?? '', after: change.after ?? '' })}
              hint={change.is_touched ? t('touched') : undefined}
              checked={keys.includes(change.key)}
              onCheckedChange={(on) =>
                setKeys(on ? [...keys, change.key] : keys.filter((key) => key !== change.key))
              }
            />
          </li>
        ))}
      </ul>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={() => void send([])}>{t('takeNone')}</Button>
        <Button variant="primary" disabled={keys.length === 0} onClick={() => void send(keys)}>
          {t('takeChosen', { count: keys.length })}
        </Button>
      </div>
    </>
  );
}
