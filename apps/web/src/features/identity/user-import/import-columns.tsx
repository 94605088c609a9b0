'use client';
import { listRoles } from '@k12/contracts/identity/roles';
import { previewUserImport, type UserImport, userImportFields } from '@k12/contracts/identity/user-imports';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';

/** Which column means what, and what holds for rows that do not say; a change judges every row again. */
export function ImportColumns({ table }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const { me } = useSession();
  const roleName = useRoleName();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const attempt = useAttempt();
  const preview = useChange(previewUserImport, ['user_imports.']);
  const judge = (body: Parameters<typeof preview>[0]['body']) =>
    void attempt(() => preview({ params: { id: table.id }, body }));
  const columns = table.columns.map(({ name, samples }) => ({
    value: name,
    label: [name, samples.find(Boolean)].filter(Boolean).join(': ').slice(0, 60),
  }));
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  return (
    <fieldset className="grid gap-6">
      <legend className="mb-3 text-large font-semibold">{t('columns')}</legend>
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('roleOfRest')}
          placeholder={t('none')}
          value={table.role_id ?? ''}
          options={offered.map(({ id, key, name }) => ({ value: id, label: roleName(key, name) }))}
          onValueChange={(value) => judge({ role_id: value || null })}
        />
        <SelectField
          label={t('schoolOfRest')}
          {...(me.schools.length !== 1 && { placeholder: t('none') })}
          value={table.school_id ?? ''}
          options={me.schools.map(({ id, name }) => ({ value: id, label: name }))}
          onValueChange={(value) => judge({ school_id: value || null })}
        />
      </div>
      <div className="grid gap-4 tablet:grid-cols-2 laptop:grid-cols-4">
        {userImportFields.map((field) => (
          <SelectField
            key={field}
            label={t(`fields.${field}`)}
            required={field === 'given_name'}
            placeholder={t('noColumn')}
            value={table.mapping[field] ?? ''}
            options={columns}
            onValueChange={(value) => judge({ mapping: { [field]: value || null } })}
          />
        ))}
      </div>
      <Ignored table={table} />
    </fieldset>
  );
}

function Ignored({ table }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const joined = useJoined();
  const used = new Set(Object.values(table.mapping));
  const ignored = table.columns.flatMap(({ name }) => (used.has(name) ? [] : [name]));
  if (ignored.length === 0) return null;
  return (
    <p className="text-small text-ink-3 [overflow-wrap:anywhere]">
      {t('ignored', { names: joined(ignored), count: ignored.length })}
    </p>
  );
}
