'use client';
import { listResourceTags, renameResourceTag } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { List, ListRow } from '@k12/ui/list-row';
import { TextField } from '@k12/ui/text-field';
import { useToast } from '@k12/ui/toast';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { RegionBody } from '@/shell/region.tsx';
import { resourceViews } from './use-resource-acts.ts';
import { useSettled } from './use-settled.ts';

/** The tags in use; one gets another name wherever it stands, or becomes one with another (PLN-129). */
export function TagsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('planning-resources.renameTags');
  const [typed, setTyped] = useState('');
  const [renamed, setRenamed] = useState<string | null>(null);
  const q = useSettled(typed.trim());
  const tags = useApi(listResourceTags, { query: q ? { q } : {} });
  return (
    <Dialog
      open
      size="small"
      title={t('title')}
      description={t('text')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="grid gap-3 pb-2">
        <TextField
          label={t('find')}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <RegionBody reply={tags}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="text-body text-ink-2">{t('none')}</p>
            ) : (
              <List label={t('title')} className="max-h-96 overflow-auto">
                {data.map(({ tag, count }) =>
                  renamed === tag ? (
                    <RenameTag
                      key={tag}
                      tag={tag}
                      others={data.map((one) => one.tag)}
                      onDone={() => setRenamed(null)}
                    />
                  ) : (
                    <ListRow
                      key={tag}
                      title={<bdi>{tag}</bdi>}
                      description={t('used', { count })}
                      end={
                        <Button
                          size="small"
                          aria-label={t('renameOne', { tag })}
                          onClick={() => setRenamed(tag)}
                        >
                          {t('rename')}
                        </Button>
                      }
                    />
                  ),
                )}
              </List>
            )
          }
        </RegionBody>
      </div>
    </Dialog>
  );
}

interface RenameProps {
  tag: string;
  others: readonly string[];
  onDone: () => void;
}

function RenameTag({ tag, others, onDone }: RenameProps) {
  const t = useTranslations('planning-resources.renameTags');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const toast = useToast();
  const rename = useChange(renameResourceTag, [...resourceViews, 'resource_tags.']);
  const form = useRecordForm({
    values: { to: tag },
    send: async ({ to }) => {
      const next = to.trim();
      if (next === tag) return onDone();
      const { changed_count: count } = await rename({ body: { from: tag, to: next } });
      toast.show({ message: t(others.includes(next) ? 'joined' : 'renamed', { tag: next, count }) });
      onDone();
    },
  });
  return (
    <li className="py-3">
      <form {...form.props} className="grid gap-2">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('to', { label: t('newName', { tag }), required: true, maxLength: 60 })}
          hint={t('joinHint')}
          autoComplete="off"
          dir="auto"
        />
        <div className="flex gap-2">
          <Button type="submit" size="small" variant="primary" loading={form.sending}>
            {tc('save')}
          </Button>
          <Button size="small" variant="quiet" onClick={onDone}>
            {tc('cancel')}
          </Button>
        </div>
      </form>
    </li>
  );
}
