'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { listResources } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { TextField } from '@k12/ui/text-field';
import { FolderSearch, Link2, Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useEditor } from '../editor/editor-context.tsx';
import type { PanelPartProps } from '../editor/frame/panel-parts.tsx';
import { targetTypes, usePlanParts } from '../editor/plan-parts.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { DropArea } from './drop-area.tsx';
import { FormatIcon } from './format-icon.tsx';
import { NarrowerQuestion } from './narrower-question.tsx';
import { useResourceLine } from './resource-words.ts';
import { UploadTray } from './upload-tray.tsx';
import { useAttachments } from './use-attachments.ts';
import { useSettled } from './use-settled.ts';
import { useUploads } from './use-uploads.ts';

const ResourcePicker = dynamic(
  loaded(() => import('./resource-picker.tsx').then((module) => module.ResourcePicker)),
  { loading: nothingYet },
);
const AddLink = dynamic(
  loaded(() => import('./add-link.tsx').then((module) => module.AddLink)),
  { loading: nothingYet },
);

const mostFound = 8;

/** Find and attach beside the plan, without covering it; Enter attaches the first that is found. */
export function ResourcesPart({ planId, kind }: PanelPartProps) {
  const t = useTranslations('planning-resources.attach');
  const { canEdit } = useEditor();
  const { opened } = usePlanParts();
  const attached = useAttachments({ target_type: targetTypes[kind], target_id: planId });
  const uploads = useUploads({ onAdded: (resource) => void attached.add(resource) });
  const [typed, setTyped] = useState('');
  const [asking, setAsking] = useState<'picker' | 'link' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const q = useSettled(typed.trim());
  const found = useApi(listResources, canEdit ? { query: { ...(q && { q }), limit: 20 } } : null);
  const known = new Set(attached.attachments.map(({ resource_id }) => resource_id));
  const news = (found.data?.data ?? []).filter(({ id }) => !known.has(id)).slice(0, mostFound);
  useEffect(() => {
    if (opened > 0) field.current?.focus();
  }, [opened]);
  if (!canEdit) return <p className="text-small text-ink-3">{t('readers')}</p>;
  const addFiles = (files: File[]) => void uploads.add(files);
  return (
    <DropArea hint={t('hint')} onFiles={addFiles}>
      <div className="grid gap-3">
        <TextField
          ref={field}
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          icon={<Search size={16} aria-hidden />}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
            const [first] = news;
            if (event.key === 'Enter' && first) void attached.add(first).then(() => setTyped(''));
          }}
        />
        <div className="flex flex-wrap gap-2">
          <ChooseFiles size="small" variant="secondary" onFiles={addFiles} />
          <Button size="small" icon={<Link2 aria-hidden />} onClick={() => setAsking('link')}>
            {t('link')}
          </Button>
          <Button size="small" icon={<FolderSearch aria-hidden />} onClick={() => setAsking('picker')}>
            {t('browse')}
          </Button>
        </div>
        <UploadTray {...uploads} />
        {found.data && news.length === 0 && <p className="text-small text-ink-3">{t('none')}</p>}
        {news.length > 0 && (
          <Found
            label={t(q ? 'found' : 'recent')}
            resources={news}
            onTake={(one) => void attached.add(one)}
          />
        )}
      </div>
      {asking === 'picker' && (
        <ResourcePicker
          known={known}
          onClose={() => setAsking(null)}
          onPick={async (resources) => {
            setAsking(null);
            for (const resource of resources) await attached.add(resource);
          }}
        />
      )}
      {asking === 'link' && (
        <AddLink
          folderId={null}
          onClose={() => setAsking(null)}
          onAdded={(resource) => {
            setAsking(null);
            void attached.add(resource);
          }}
        />
      )}
      {attached.asked && (
        <NarrowerQuestion asked={attached.asked} onAnswer={(sharing) => void attached.answer(sharing)} />
      )}
    </DropArea>
  );
}

interface FoundProps {
  label: string;
  resources: readonly Resource[];
  onTake: (resource: Resource) => void;
}

function Found({ label, resources, onTake }: FoundProps) {
  const t = useTranslations('planning-resources.attach');
  const line = useResourceLine();
  return (
    <section>
      <h3 className="mb-1.5 text-mini font-semibold text-ink-3">{label}</h3>
      <ul className="grid gap-1">
        {resources.map((resource) => (
          <li key={resource.id}>
            <button
              type="button"
              onClick={() => onTake(resource)}
              title={t('attach', { title: resource.title })}
              className="flex w-full items-center gap-2.5 rounded-control p-1.5 text-start hover:bg-sunken"
            >
              <FormatIcon format={resource.format} />
              <span className="min-w-0">
                <span className="line-clamp-2 text-small font-medium [overflow-wrap:anywhere]">
                  <bdi>{resource.title}</bdi>
                </span>
                <span className="block truncate text-mini text-ink-3">{line(resource)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
