'use client';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { FormFailures } from './form-failures.tsx';
import type { FormFailure } from './problem-errors.ts';
import { useCloseGuard, useUnsavedGuard } from './unsaved-guard.ts';

interface Props {
  title: ReactNode;
  description?: ReactNode;
  /** The word on the button that sends. */
  action: string;
  form: {
    failure: FormFailure | null;
    sending: boolean;
    changed: boolean;
    props: ComponentProps<'form'>;
  };
  /** For choices that are no fields of the form itself. */
  alsoChanged?: boolean;
  /** Another action on the same record, at the start of the last line. */
  aside?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A form beside the list it belongs to; what was typed is not thrown away by a stray press (UXP-28..32). */
export function FormDrawer(props: Props) {
  const { title, description, action, form, alsoChanged = false, aside, onClose, children } = props;
  const t = useTranslations('common');
  const id = useId();
  const isUnsaved = form.changed || alsoChanged;
  const close = useCloseGuard(isUnsaved, onClose);
  useUnsavedGuard(isUnsaved);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={description}
      footer={
        <>
          {aside}
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" loading={form.sending}>
            {action}
          </Button>
        </>
      }
    >
      <form {...form.props} id={id} className="grid gap-4">
        <FormFailures failure={form.failure} />
        {children}
      </form>
    </Drawer>
  );
}
