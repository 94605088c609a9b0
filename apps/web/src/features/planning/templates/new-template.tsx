'use client';
import { createTemplate, TemplateLevel } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { SelectField } from '@k12/ui/select-field';
import { TextArea } from '@k12/ui/text-area';
import { TextField } from '@k12/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

export function NewTemplate({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-templates');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const router = useRouter();
  const levels = useLevels();
  const create = useChange(createTemplate);
  const form = useRecordForm({
    values: { title: '', level: 'personal' as TemplateLevel, description: null as string | null },
    send: async (body, headers) => {
      const template = await create({ body }, headers);
      router.push(`${paths.planTemplate(template.id)}?start=1`);
    },
  });
  const close = useCloseGuard(form.dirty, onClose);
  return (
    <Dialog
      open
      title={t('newTitle')}
      description={t('newText', { placeholders: '{{course}}, {{teacher}}, {{year}}, {{term}}' })}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('title', { label: t('name'), required: true, maxLength: 200 })}
          autoComplete="off"
          dir="auto"
        />
        <SelectField
          {...form.field('level', { label: t('level'), required: true })}
          options={levels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        />
        <TextArea
          {...form.field('description', { label: t('description'), emptyIsNull: true })}
          rows={3}
          dir="auto"
        />
      </form>
    </Dialog>
  );
}

/** What the rights reach: everybody has templates of the own, leads the school's, the district its own. */
function useLevels(): TemplateLevel[] {
  const { me } = useSession();
  const reaches = me.capabilities['templates.create'] ?? [];
  if (reaches.includes('tenant')) return [...TemplateLevel.options];
  return reaches.includes('school') ? ['personal', 'school'] : ['personal'];
}
