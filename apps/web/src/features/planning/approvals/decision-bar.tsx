'use client';
import {
  approveRequest,
  delegateRequest,
  listApprovers,
  returnRequest,
  type WholeApprovalRequest,
} from '@k12/contracts/planning/approvals';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { Kbd } from '@k12/ui/kbd';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { isTyping } from '../history/use-change-steps.ts';
import { ReasonDialog } from '../preview/reason-dialog.tsx';

interface Props {
  request: WholeApprovalRequest;
  /** By key one goes on at once; a pointer would lie on the same button of another request. */
  onDecided: (byKey: boolean) => void;
}

const views = ['approvals.', 'unit_plans.', 'lesson_plans.'];

/** Approve with `a`, return with `r` and a comment, or let somebody else decide; then on to the next. */
export function DecisionBar({ request, onDecided }: Props) {
  const t = useTranslations('planning-approvals');
  const attempt = useAttempt();
  const [dialog, setDialog] = useState<'return' | 'delegate' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const approve = useChange(approveRequest, views);
  const giveBack = useChange(returnRequest, views);
  const params = { id: request.id };
  const { title } = request.plan;
  const decide = async (change: () => Promise<unknown>, done: string, byKey = false) => {
    setBusy(true);
    const worked = await attempt(change, { done });
    setBusy(false);
    if (worked) onDecided(byKey);
  };
  const approveIt = (byKey: boolean) =>
    decide(() => approve({ params, body: {} }), t('done.approved', { title }), byKey);
  useEffect(() => {
    if (!request.can.decide || dialog) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || isBusy || event.repeat) return;
      if (event.key === 'a') void approveIt(true);
      if (event.key === 'r') {
        event.preventDefault();
        setDialog('return');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  if (!request.can.decide) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {/* The second half of a double click, which may meet the request behind, decides nothing. */}
      <Button
        variant="primary"
        loading={isBusy}
        aria-keyshortcuts="a"
        onClick={({ detail }) => detail < 2 && void approveIt(false)}
      >
        {t('approve')} <Kbd>A</Kbd>
      </Button>
      <Button aria-keyshortcuts="r" onClick={() => setDialog('return')}>
        {t('return')} <Kbd>R</Kbd>
      </Button>
      <Button variant="quiet" onClick={() => setDialog('delegate')}>
        {t('delegate')}
      </Button>
      {dialog === 'return' && (
        <ReasonDialog
          title={t('returnTitle', { title })}
          text={t('returnText')}
          label={t('comment')}
          confirm={t('return')}
          onClose={() => setDialog(null)}
          onConfirm={(comment) =>
            decide(() => giveBack({ params, body: { comment } }), t('done.returned', { title }))
          }
        />
      )}
      {dialog === 'delegate' && (
        <DelegateDialog request={request} onClose={() => setDialog(null)} onDecided={onDecided} />
      )}
    </div>
  );
}

function DelegateDialog({ request, onClose, onDecided }: Props & { onClose: () => void }) {
  const t = useTranslations('planning-approvals');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const delegate = useChange(delegateRequest, views);
  const [person, setPerson] = useState('');
  const school = request.plan.school_id;
  const people = useApi(listApprovers, { query: school ? { school_id: school } : {} });
  const options = (people.data?.data ?? [])
    .filter(({ id }) => id !== request.submitted_by.id)
    .map(({ id, display_name }) => ({ value: id, label: display_name }));
  const send = async () => {
    const body = { user_id: person };
    const worked = await attempt(() => delegate({ params: { id: request.id }, body }), {
      done: t('done.delegated'),
    });
    if (worked) onDecided(false);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('delegateTitle')}
      description={t('delegateText')}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" disabled={person === ''} onClick={() => void send()}>
            {t('delegate')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('person')}
        value={person}
        onValueChange={setPerson}
        placeholder={t('personPlaceholder')}
        options={options}
      />
    </Dialog>
  );
}
