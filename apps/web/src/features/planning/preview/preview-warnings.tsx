'use client';
import type { PreviewWarning } from '@k12/contracts/planning/transitions';
import { Banner } from '@k12/ui/banner';
import { Link } from '@k12/ui/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { usePackWords } from '../pack-words.ts';

/** What must be mended first, and apart from it what is only worth knowing. */
export function PreviewWarnings({ id, warnings }: { id: string; warnings: readonly PreviewWarning[] }) {
  const t = useTranslations('planning-preview');
  const blocking = warnings.filter((warning) => warning.blocks);
  const remarks = warnings.filter((warning) => !warning.blocks);
  return (
    <div className="grid gap-3">
      {blocking.length > 0 && (
        <Banner tone="warn" title={t('blockedTitle')}>
          <Items id={id} warnings={blocking} />
        </Banner>
      )}
      {remarks.length > 0 && (
        <Banner tone="info">
          <Items id={id} warnings={remarks} />
        </Banner>
      )}
    </div>
  );
}

function Items({ id, warnings }: { id: string; warnings: readonly PreviewWarning[] }) {
  const t = useTranslations('planning-preview');
  const words = usePackWords();
  return (
    <ul className="grid gap-1">
      {warnings.map((warning) => {
        const text = t(`warnings.${warning.code}`, { section: words(warning.label) });
        const key = `${warning.code}${warning.path}`;
        if (!warning.path) return <li key={key}>{text}</li>;
        const section = warning.path.split('/')[1];
        return (
          <li key={key}>
            <Link href={`${paths.planUnit(id)}#section-${section}`}>{text}</Link>
          </li>
        );
      })}
    </ul>
  );
}
