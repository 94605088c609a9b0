'use client';
import { AuditOutcome, listAuditActions } from '@k12/contracts/operations/audit-log';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useAddress, useTypedFilter } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { ListSearch } from '@/shell/list-search.tsx';
import { useActionName } from './action-names.ts';

const names = [
  'q',
  'action',
  'outcome',
  'school_id',
  'actor_id',
  'target_id',
  'request_id',
  'ip',
  'from',
  'to',
];

export function AuditFilters({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('audit');
  const { read, write } = useAddress();
  const actionName = useActionName();
  const request = useTypedFilter('request_id');
  const actions = useApi(listAuditActions, {});
  const clear = () => write(Object.fromEntries(names.map((name) => [name, null])));
  return (
    <search
      aria-label={t('filters')}
      className="my-5 grid grid-cols-2 items-end gap-2 tablet:flex tablet:flex-wrap"
    >
      <div className="col-span-2 tablet:w-72">
        <ListSearch label={t('search')} />
      </div>
      <div className="col-span-2 tablet:w-64">
        <AddressSelect
          name="action"
          label={t('what')}
          all={t('allActions')}
          options={(actions.data?.data ?? []).map(({ action, meaning }) => ({
            value: action,
            label: actionName(action, meaning),
          }))}
        />
      </div>
      <AddressSelect
        name="outcome"
        label={t('outcome')}
        all={t('allOutcomes')}
        options={AuditOutcome.options.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <div className="max-tablet:col-span-2 tablet:w-60">
        <TextField
          label={t('requestId')}
          hideLabel
          placeholder={t('requestId')}
          value={request.typed}
          onChange={(event) => request.setTyped(event.target.value)}
        />
      </div>
      <DateField
        label={t('from')}
        value={read('from')}
        onValueChange={(value) => write({ from: value || null })}
      />
      <DateField label={t('to')} value={read('to')} onValueChange={(value) => write({ to: value || null })} />
      {isFiltered && (
        <Button variant="quiet" onClick={clear}>
          {t('clearFilters')}
        </Button>
      )}
    </search>
  );
}
