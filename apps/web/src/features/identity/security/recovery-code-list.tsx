'use client';
import { Button } from '@k12/ui/button';
import { Copy, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface Props {
  codes: readonly string[];
  onDone: () => void;
}

/** Shown this once (IDN-71). */
export function RecoveryCodeList({ codes, onDone }: Props) {
  const t = useTranslations('security.codes');
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{t('lead')}</p>
      <ol
        dir="ltr"
        aria-label={t('label')}
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-card bg-sunken px-4 py-3 text-large font-medium tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Copy size={16} aria-hidden />}
          onClick={() => navigator.clipboard.writeText(codes.join('\n'))}
        >
          {t('copy')}
        </Button>
        <Button icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button variant="primary" onClick={onDone}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
