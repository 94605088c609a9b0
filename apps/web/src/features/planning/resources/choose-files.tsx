'use client';
import { Button } from '@k12/ui/button';
import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';

interface Props {
  onFiles: (files: File[]) => void;
  variant?: 'primary' | 'secondary';
  size?: 'small' | 'medium';
}

/** Choosing is always possible; dropping and pasting are shorter ways to the same. */
export function ChooseFiles({ onFiles, variant = 'primary', size = 'medium' }: Props) {
  const t = useTranslations('planning-resources.upload');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        variant={variant}
        size={size}
        icon={<Upload aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('choose')}
      </Button>
    </>
  );
}
