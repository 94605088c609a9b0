'use client';
import type { StandardFramework } from '@k12/contracts/planning/standard-frameworks';
import { Button } from '@k12/ui/button';
import { Switch } from '@k12/ui/switch';
import clsx from 'clsx';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';

const StandardForm = dynamic(
  loaded(() => import('./standard-form.tsx').then((module) => module.StandardForm)),
  { loading: nothingYet },
);

/** Above the tree, for who may write in it: a new standard, and whether retired ones are shown (PLN-83). */
export function FrameworkTools({ framework }: { framework: StandardFramework | undefined }) {
  const t = useTranslations('planning-standards.edit');
  const { read, write } = useAddress();
  const [isAdding, setAdding] = useState(false);
  if (!framework?.can.extend) return null;
  const isExtension = !framework.can.update;
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <p className={clsx('max-w-document flex-1 text-small text-ink-3', !isExtension && 'max-tablet:hidden')}>
        {t(isExtension ? 'extendText' : 'moveText')}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        {!isExtension && (
          <Switch
            label={t('showRetired')}
            checked={read('retired') === 'yes'}
            onCheckedChange={(on) => write({ retired: on ? 'yes' : null })}
          />
        )}
        <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      {isAdding && (
        <StandardForm
          standard={null}
          frameworkId={framework.id}
          parent={null}
          isExtension={isExtension}
          onClose={() => setAdding(false)}
          onSaved={(id) => write({ standard: id })}
        />
      )}
    </div>
  );
}
