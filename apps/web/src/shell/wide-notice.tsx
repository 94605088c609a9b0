'use client';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** For the few tasks that need room: on small screens one can look, and take the address to a larger one (UXP-74). */
export function WideNotice() {
  const t = useTranslations('shell.wideOnly');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <div className="my-4 laptop:hidden">
      <Banner
        tone="info"
        title={t('title')}
        actions={
          <Button size="small" onClick={copy}>
            {t(isCopied ? 'copied' : 'copy')}
          </Button>
        }
      >
        {t('text')}
      </Banner>
    </div>
  );
}
