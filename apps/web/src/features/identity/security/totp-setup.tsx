'use client';
import { confirmTotp, startTotp } from '@k12/contracts/identity/mfa';
import { CodeField } from '@k12/ui/code-field';
import { SkeletonRows } from '@k12/ui/skeleton';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { formFailure } from '@/lib/forms/problem-errors.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';

interface Secret {
  secret: string;
  /** The same as a picture, for the camera. */
  picture: string;
}

/** Scan, type one code, keep the recovery codes: three things on one page. */
export function TotpSetup({ onDone }: { onDone: () => void }) {
  const t = useTranslations('security.totp');
  const { secret, failure, confirm, codes } = useSetup();
  if (codes) return <RecoveryCodeList codes={codes} onDone={onDone} />;
  if (!secret && failure) return <p role="alert">{failure}</p>;
  if (!secret) return <SkeletonRows rows={4} />;
  return (
    <ol className="grid gap-5">
      <li className="grid gap-3">
        <p>{t('scan')}</p>
        {/* biome-ignore lint/performance/noImgElement: a data address made here, nothing to optimise */}
        <img src={secret.picture} alt={t('picture')} width={176} height={176} className="rounded-control" />
        <details className="text-small text-ink-2">
          <summary className="cursor-pointer">{t('byHand')}</summary>
          <code dir="ltr" className="mt-2 block rounded-control bg-sunken p-3 [overflow-wrap:anywhere]">
            {secret.secret.replace(/(.{4})/g, '$1 ').trim()}
          </code>
        </details>
      </li>
      <li>
        <CodeField label={t('code')} error={failure ?? undefined} onComplete={confirm} />
      </li>
    </ol>
  );
}

function useSetup() {
  const t = useTranslations();
  const [secret, setSecret] = useState<Secret | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const started = useRef(false);
  useEffect(() => {
    // Each start makes a new secret; rendering twice must not.
    if (started.current) return;
    started.current = true;
    startWithPicture().then(setSecret, () => setFailure(t('security.totp.notStarted')));
  }, [t]);
  const confirm = async (code: string) => {
    setFailure(null);
    try {
      setCodes((await callApi(confirmTotp, { body: { code } })).recovery_codes);
    } catch (error) {
      const { code: reason, general } = formFailure(error, ['code'], t('session.network'));
      setFailure(reason === 'request.invalid' ? t('security.totp.wrongCode') : general);
    }
  };
  return { secret, failure, confirm, codes };
}

async function startWithPicture(): Promise<Secret> {
  const [{ secret, uri }, { toDataURL }] = await Promise.all([callApi(startTotp, {}), import('qrcode')]);
  // Dark on white in every theme: that is what cameras read.
  const picture = await toDataURL(uri, { margin: 2, width: 352, errorCorrectionLevel: 'M' });
  return { secret, picture };
}
