'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { ResourceFormat } from '@k12/contracts/planning/resource-records';
import { listResources } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useList } from '@/lib/api/list.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { DropArea } from './drop-area.tsx';
import { FormatIcon } from './format-icon.tsx';
import { useResourceLine } from './resource-words.ts';
import { UploadTray } from './upload-tray.tsx';
import { useSettled } from './use-settled.ts';
import { useUploads } from './use-uploads.ts';

interface Props {
  /** Shown as chosen already and not offered again. */
  known: ReadonlySet<string>;
  onClose: () => void;
  onPick: (resources: readonly Resource[]) => void;
}

const none: readonly Resource[] = [];

/** The library as a choice, one or many; what is uploaded here is chosen at once. */
export function ResourcePicker({ known, onClose, onPick }: Props) {
  const t = useTranslations('planning-resources');
  const tc = useTranslations('common');
  const [typed, setTyped] = useState('');
  const [format, setFormat] = useState<ResourceFormat | ''>('');
  const [chosen, setChosen] = useState(none);
  const q = useSettled(typed.trim());
  const request = useMemo(() => ({ query: { ...(q && { q }), ...(format && { format }) } }), [q, format]);
  const resources = useList(listResources, request);
  const line = useResourceLine();
  const toggle = (resource: Resource) =>
    setChosen((now) =>
      now.some(({ id }) => id === resource.id)
        ? now.filter(({ id }) => id !== resource.id)
        : [...now, resource],
    );
  const uploads = useUploads({ onAdded: toggle });
  const addFiles = (files: File[]) => void uploads.add(files);
  return (
    <Dialog
      open
      size="large"
      title={t('picker.title')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => onPick(chosen)}>
            {t('picker.attach', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <DropArea hint={t('picker.hint')} onFiles={addFiles}>
        <div className="sticky top-0 z-sticky flex flex-wrap items-center gap-2 bg-paper pb-3">
          <div className="min-w-40 flex-1">
            <TextField
              label={t('search')}
              hideLabel
              type="search"
              placeholder={t('search')}
              icon={<Search size={16} aria-hidden />}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <SelectField
            label={t('filters.format')}
            hideLabel
            placeholder={t('allFormats')}
            value={format}
            onValueChange={(value) => setFormat(ResourceFormat.options.find((one) => one === value) ?? '')}
            options={ResourceFormat.options.map((value) => ({ value, label: t(`formats.${value}`) }))}
          />
          <ChooseFiles variant="secondary" onFiles={addFiles} />
        </div>
        <UploadTray {...uploads} />
        <RegionBody reply={resources}>
          {({ data, next_cursor }) => (
            <>
              <ul aria-label={t('title')} className="divide-y divide-line pb-2">
                {data.map((resource) => (
                  <li key={resource.id} className="py-2">
                    <Checkbox
                      label={
                        <span className="flex min-w-0 items-center gap-3">
                          <FormatIcon format={resource.format} />
                          <span className="min-w-0">
                            <span className="block font-medium [overflow-wrap:anywhere]">
                              <bdi>{resource.title}</bdi>
                            </span>
                            <span className="block text-small text-ink-3">
                              {line(resource)} · <bdi>{resource.owner.display_name}</bdi>
                            </span>
                          </span>
                        </span>
                      }
                      disabled={known.has(resource.id)}
                      checked={known.has(resource.id) || chosen.some(({ id }) => id === resource.id)}
                      onChange={() => toggle(resource)}
                    />
                  </li>
                ))}
              </ul>
              {data.length === 0 && <p className="py-6 text-center text-ink-3">{t('noneTitle')}</p>}
              {next_cursor && (
                <Button loading={resources.loadingMore} onClick={() => void resources.loadMore()}>
                  {t('picker.more')}
                </Button>
              )}
            </>
          )}
        </RegionBody>
      </DropArea>
    </Dialog>
  );
}
