'use client';
import type { Reauthentication } from '@k12/contracts/identity/session';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type FormEvent, type Ref, useState } from 'react';
import { loaded } from '@/lib/loaded-part.tsx';
import { FailureNote } from './failure-note.tsx';

const CodeField = dynamic(
  loaded(() => import('@k12/ui/code-field').then((module) => module.CodeField)),
  {
    loading: () => <div className="h-18" />,
  },
);

export type FactorMethod = 'password' | 'totp' | 'passkey' | 'recovery_code';
/** The body the server takes: exactly one of its proofs. */
export type Proof = Reauthentication;

interface Props {
  methods: readonly FactorMethod[];
  method: FactorMethod;
  onMethod: (method: FactorMethod) => void;
  onProve: (read: () => Promise<Proof>) => void;
  failure: string | null;
  sending: boolean;
  /** The field to type in, for dialogs that put the cursor there. */
  field?: Ref<HTMLInputElement> | undefined;
}

/** One way of proving who is there at a time, the others as links below it. */
export function FactorProof({ methods, method, onMethod, onProve, failure, sending, field }: Props) {
  const t = useTranslations('session.secondFactor');
  const others = methods.filter((other) => other !== method);
  return (
    <div className="grid gap-4">
      <FailureNote failure={failure} />
      {method === 'passkey' ? (
        <PasskeyProof onProve={onProve} sending={sending} />
      ) : (
        <TypedProof key={method} method={method} onProve={onProve} sending={sending} field={field} />
      )}
      {others.length > 0 && (
        <div className="grid gap-1 border-t border-line pt-3">
          {others.map((other) => (
            <Button key={other} variant="quiet" onClick={() => onMethod(other)}>
              {t(`use.${other}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

type PartProps = Pick<Props, 'onProve' | 'sending' | 'field'>;

function PasskeyProof({ onProve, sending }: PartProps) {
  const t = useTranslations('session');
  const prove = () =>
    onProve(async () => {
      const { provePasskey } = await import('../passkeys/prove-passkey.ts');
      return { passkey: await provePasskey() };
    });
  return (
    <Button variant="primary" size="large" wide loading={sending} onClick={prove}>
      {t('passkey')}
    </Button>
  );
}

const fieldOf = { password: 'password', totp: 'code', recovery_code: 'recovery_code' } as const;
const codeLength = 6;

function TypedProof({ method, onProve, sending, field }: PartProps & { method: keyof typeof fieldOf }) {
  const t = useTranslations('session.secondFactor');
  const [value, setValue] = useState('');
  const send = (typed: string) => onProve(async () => ({ [fieldOf[method]]: typed }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== '') send(value);
  };
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {method === 'totp' ? (
        <CodeField
          label={t('code')}
          hint={t('codeHint')}
          length={codeLength}
          value={value}
          onValueChange={setValue}
          onComplete={send}
        />
      ) : (
        <TextField
          ref={field}
          label={t(method)}
          hint={method === 'recovery_code' ? t('recoveryHint') : undefined}
          type={method === 'password' ? 'password' : 'text'}
          autoComplete={method === 'password' ? 'current-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          size="large"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      )}
      <Button type="submit" variant="primary" size="large" wide loading={sending}>
        {t('confirm')}
      </Button>
    </form>
  );
}
