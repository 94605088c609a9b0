'use client';
import { Button } from '@k12/ui/button';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

interface Props {
  disabled: boolean;
  onPress: () => void;
}

/** Not shown where the browser knows no passkeys. */
export function PasskeyButton({ disabled, onPress }: Props) {
  const t = useTranslations('session');
  const [supported, setSupported] = useState(true);
  useEffect(() => setSupported(typeof PublicKeyCredential !== 'undefined'), []);
  if (!supported) return null;
  return (
    <Button size="large" wide icon={<KeyRound size={16} aria-hidden />} disabled={disabled} onClick={onPress}>
      {t('passkey')}
    </Button>
  );
}
