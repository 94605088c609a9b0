'use client';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

const stages = [
  { name: 'drawn', after: 150 },
  { name: 'long', after: 5_000 },
  { name: 'too_long', after: 15_000 },
] as const;
type Stage = 'nothing' | 'given_up' | (typeof stages)[number]['name'];

interface Props {
  /** Lines that will be there, so that nothing moves when they come. */
  rows?: number;
  onRetry: () => unknown;
}

/** Nothing for a moment, then the shape of what comes; words once it takes long, and a way out (UXP-48). */
export function Loading({ rows = 4, onRetry }: Props) {
  const t = useTranslations();
  const [stage, setStage, start] = useStage();
  const again = () => {
    start();
    onRetry();
  };
  if (stage === 'given_up')
    return (
      <EmptyState title={t('errors.waitEnded')} action={<Button onClick={again}>{t('common.retry')}</Button>}>
        {t('errors.waitEndedText')}
      </EmptyState>
    );
  return (
    <>
      <div className={stage === 'nothing' ? 'invisible' : undefined}>
        <SkeletonRows rows={rows} />
      </div>
      <div role="status">
        {(stage === 'long' || stage === 'too_long') && (
          <p className="my-3 flex flex-wrap items-center gap-2 text-small text-ink-2">
            {t('errors.slow')}
            <Button size="small" variant="quiet" onClick={() => setStage('given_up')}>
              {t('common.cancel')}
            </Button>
            {stage === 'too_long' && (
              <Button size="small" onClick={again}>
                {t('common.retry')}
              </Button>
            )}
          </p>
        )}
      </div>
    </>
  );
}

function useStage() {
  const [stage, setStage] = useState<Stage>('nothing');
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try begins to wait anew
  useEffect(() => {
    const timers = stages.map(({ name, after }) =>
      setTimeout(() => setStage((now) => (now === 'given_up' ? now : name)), after),
    );
    return () => timers.forEach(clearTimeout);
  }, [tries]);
  const start = () => {
    setStage('nothing');
    setTries((count) => count + 1);
  };
  return [stage, setStage, start] as const;
}
