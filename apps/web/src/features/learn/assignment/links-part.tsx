'use client';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { TextField } from '@k12/ui/text-field';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FocusEvent, useState } from 'react';

interface Props {
  links: readonly string[];
  disabled: boolean;
  onChange: (links: string[]) => void;
}

/** Web addresses, each shown with its host (TCH-62). */
export function LinksPart({ links, disabled, onChange }: Props) {
  const t = useTranslations('learn');
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const typed = address.trim();
  const whole = /^\w+:/.test(typed) ? typed : `https://${typed}`;
  const add = () => {
    setWrong(!isWebAddress(whole));
    if (!isWebAddress(whole)) return;
    onChange([...links.filter((link) => link !== whole), whole]);
    setAddress('');
  };
  /** Whoever goes on to hand in means the address that is still in the field too. */
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (typed.includes('.') && !currentTarget.contains(relatedTarget)) add();
  };
  return (
    <div className="grid gap-3">
      {links.length > 0 && (
        <ul className="overflow-hidden rounded-card border border-line bg-raised">
          {links.map((link) => (
            <li
              key={link}
              className="flex min-h-row items-center gap-3 border-b border-line px-3 last:border-b-0"
            >
              <OutsideLink url={link} />
              <IconButton
                label={t('removeLink', { host: new URL(link).host })}
                icon={<X aria-hidden />}
                disabled={disabled}
                onClick={() => onChange(links.filter((one) => one !== link))}
              />
            </li>
          ))}
        </ul>
      )}
      {!disabled && links.length < 20 && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (typed !== '') add();
          }}
          onBlur={leave}
          className="flex items-end gap-2"
        >
          <div className="min-w-0 flex-1">
            <TextField
              label={t('link')}
              type="url"
              inputMode="url"
              dir="ltr"
              value={address}
              error={isWrong ? t('linkWrong') : undefined}
              onChange={(event) => setAddress(event.target.value)}
            />
          </div>
          <Button type="submit" disabled={typed === ''}>
            {t('addLink')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** The server decides again; this is so that nobody waits for a refusal. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value) || value.length > 2_000) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** Opened without saying where from; the host tells where it leads. */
export function OutsideLink({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      className="min-w-0 flex-1 underline [overflow-wrap:anywhere]"
    >
      <bdi dir="ltr">{new URL(url).host}</bdi>{' '}
      <bdi dir="ltr" className="text-small text-ink-3">
        {url}
      </bdi>
    </a>
  );
}
