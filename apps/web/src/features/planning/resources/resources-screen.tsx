'use client';
import { listResourceFolders, type ResourceFolder } from '@k12/contracts/planning/resource-folders';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { listResources } from '@k12/contracts/planning/resources';
import { Button } from '@k12/ui/button';
import { PageHeader } from '@k12/ui/page-header';
import { SelectField } from '@k12/ui/select-field';
import { Link2, Tags } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet, withPage } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { useAskedForNew } from '@/shell/asked-for-new.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { DropArea } from './drop-area.tsx';
import { choicesOf, pathTo } from './folders.ts';
import { LookChoice } from './look-choice.tsx';
import { readResourcesView } from './resources-view.ts';
import { useMove } from './use-move.ts';
import { useUploads } from './use-uploads.ts';

const FolderTree = dynamic(
  withPage(loaded(() => import('./folder-tree.tsx').then((module) => module.FolderTree))),
);
const FolderMenu = dynamic(
  loaded(() => import('./folder-menu.tsx').then((module) => module.FolderMenu)),
  { loading: nothingYet },
);
const FolderDialog = dynamic(
  loaded(() => import('./folder-dialog.tsx').then((module) => module.FolderDialog)),
  { loading: nothingYet },
);
const StorageUse = dynamic(
  withPage(loaded(() => import('./storage-use.tsx').then((module) => module.StorageUse))),
);
const ResourceFilters = dynamic(
  withPage(loaded(() => import('./resource-filters.tsx').then((module) => module.ResourceFilters))),
);
const EmptyResources = dynamic(
  withPage(loaded(() => import('./empty-resources.tsx').then((module) => module.EmptyResources))),
);
const UploadTray = dynamic(
  loaded(() => import('./upload-tray.tsx').then((module) => module.UploadTray)),
  { loading: nothingYet },
);
const BinnedFolders = dynamic(
  loaded(() => import('./binned-folders.tsx').then((module) => module.BinnedFolders)),
  { loading: nothingYet },
);
const ResourceTable = dynamic(
  withPage(loaded(() => import('./resource-table.tsx').then((module) => module.ResourceTable))),
);
const ResourceCards = dynamic(
  loaded(() => import('./resource-cards.tsx').then((module) => module.ResourceCards)),
  { loading: nothingYet },
);
const ResourceDrawer = dynamic(
  loaded(() => import('./resource-drawer.tsx').then((module) => module.ResourceDrawer)),
  { loading: nothingYet },
);
const AddLink = dynamic(
  loaded(() => import('./add-link.tsx').then((module) => module.AddLink)),
  { loading: nothingYet },
);

const TagsDialog = dynamic(
  loaded(() => import('./tags-dialog.tsx').then((module) => module.TagsDialog)),
  { loading: nothingYet },
);

type Asking = 'link' | 'folder' | 'inside' | 'change' | 'tags';

/** Files and links in folders; what is filtered, shown and opened is in the address. */
export function ResourcesScreen() {
  const t = useTranslations('planning-resources');
  const params = useSearchParams();
  const { write } = useAddress();
  const { me } = useSession();
  const request = useMemo(() => readResourcesView(Object.fromEntries(params)), [params]);
  const resources = useList(listResources, request);
  const reply = useApi(listResourceFolders, { query: {} });
  const folders = reply.data?.data ?? [];
  const folderId = request.query.folder_id ?? null;
  const way = pathTo(folders, folderId);
  const folder = way.at(-1);
  const [asking, setAsking] = useState<Asking | null>(null);
  useAskedForNew(() => setAsking('link'));
  const uploads = useUploads({ folder_id: folder?.id ?? null });
  const move = useMove();
  const mayAdd = 'resources.create' in me.capabilities;
  const openFolder = (id: string | null) => write({ folder_id: id });
  const open = useCallback((resource: Resource) => write({ resource: resource.id }), [write]);
  const opened = params.get('resource');
  const look = params.get('look') === 'cards' ? 'cards' : 'list';
  const isBin = params.get('show') === 'deleted';
  const addFiles = (files: File[]) => void uploads.add(files);
  return (
    <>
      <Head
        resources={resources}
        onLink={() => setAsking('link')}
        onTags={() => setAsking('tags')}
        onFiles={mayAdd ? addFiles : null}
      />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <div className="laptop:grid laptop:grid-cols-[13rem_minmax(0,1fr)] laptop:gap-8">
        <div className="max-laptop:hidden">
          <div className="sticky top-17 grid max-h-[calc(100dvh-5rem)] gap-6 overflow-y-auto pb-4">
            {reply.data && (
              <FolderTree
                folders={folders}
                selected={folderId}
                onSelect={openFolder}
                onNew={mayAdd ? () => setAsking('folder') : null}
                onMove={(ids, id) => void move(ids, id)}
              />
            )}
            <StorageUse />
          </div>
        </div>
        <DropArea hint={t('upload.hint', { folder: folder?.name ?? t('allFolders') })} onFiles={addFiles}>
          {reply.data && (
            <div className="mb-3 laptop:hidden">
              <SelectField
                label={t('folders')}
                hideLabel
                placeholder={t('allFolders')}
                value={folderId ?? ''}
                onValueChange={(id) => openFolder(id || null)}
                options={choicesOf(folders)}
              />
            </div>
          )}
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <FolderHeading way={way} mayAdd={mayAdd} onOpen={openFolder} onAsk={setAsking} />
            <LookChoice look={look} />
          </div>
          <ResourceFilters />
          {uploads.uploads.length > 0 && <UploadTray {...uploads} />}
          <Shelf resources={resources} look={look} onOpen={open} onFiles={mayAdd ? addFiles : null} />
        </DropArea>
      </div>
      {opened && !isBin && <ResourceDrawer id={opened} onClose={() => write({ resource: null })} />}
      {asking && (
        <Asked
          asking={asking}
          folder={folder ?? null}
          folders={folders}
          onClose={() => setAsking(null)}
          onAdded={open}
          onFolder={openFolder}
        />
      )}
    </>
  );
}

interface HeadProps {
  resources: ReturnType<typeof useList<typeof listResources>>;
  onLink: () => void;
  onTags: () => void;
  /** Null for those who may not add anything. */
  onFiles: ((files: File[]) => void) | null;
}

/** Tags belong to everybody: who looks after a school or all of them keeps them in order. */
const reachOfTags = ['tenant', 'school'];

function Head({ resources: { data }, onLink, onTags, onFiles }: HeadProps) {
  const t = useTranslations('planning-resources');
  const { me } = useSession();
  const mayRename = me.capabilities['resources.update']?.some((reach) => reachOfTags.includes(reach));
  return (
    <PageHeader
      title={t('title')}
      description={data && t('summary', { count: data.data.length, more: String(data.next_cursor !== null) })}
      actions={
        onFiles && (
          <div className="flex flex-wrap gap-2">
            {mayRename && (
              <Button variant="quiet" icon={<Tags aria-hidden />} onClick={onTags}>
                {t('tags')}
              </Button>
            )}
            <Button icon={<Link2 aria-hidden />} onClick={onLink}>
              {t('addLink')}
            </Button>
            <ChooseFiles onFiles={onFiles} />
          </div>
        )
      }
    />
  );
}

interface HeadingProps {
  way: readonly ResourceFolder[];
  mayAdd: boolean;
  onOpen: (id: string | null) => void;
  onAsk: (asking: Asking) => void;
}

/** The folder that is shown, with the way to it. */
function FolderHeading({ way, mayAdd, onOpen, onAsk }: HeadingProps) {
  const t = useTranslations('planning-resources');
  const folder = way.at(-1);
  return (
    <div className="flex min-h-9 min-w-0 items-center gap-1">
      <h2 className="min-w-0 text-large font-semibold [overflow-wrap:anywhere]">
        {way.slice(0, -1).map(({ id, name }) => (
          <span key={id} className="font-regular text-ink-3">
            <button type="button" className="hover:underline" onClick={() => onOpen(id)}>
              <bdi>{name}</bdi>
            </button>
            {' / '}
          </span>
        ))}
        <bdi>{folder?.name ?? t('allFolders')}</bdi>
      </h2>
      {folder && mayAdd && (
        <FolderMenu
          folder={folder}
          onChange={() => onAsk('change')}
          onNewInside={() => onAsk('inside')}
          onGone={() => onOpen(null)}
        />
      )}
    </div>
  );
}

interface ShelfProps {
  resources: ReturnType<typeof useList<typeof listResources>>;
  look: 'list' | 'cards';
  onOpen: (resource: Resource) => void;
  /** Null for those who may not add anything. */
  onFiles: ((files: File[]) => void) | null;
}

function Shelf({ resources, look, onOpen, onFiles }: ShelfProps) {
  const t = useTranslations('common.ui');
  const isBin = useSearchParams().get('show') === 'deleted';
  return (
    <>
      {isBin && <BinnedFolders />}
      <RegionBody reply={resources}>
        {({ data }) => {
          if (data.length === 0)
            return (
              <EmptyResources action={onFiles && <ChooseFiles onFiles={onFiles} variant="secondary" />} />
            );
          if (look === 'cards') return <ResourceCards resources={data} onOpen={onOpen} />;
          return <ResourceTable resources={data} onOpen={onOpen} isBin={isBin} />;
        }}
      </RegionBody>
      {resources.data?.next_cursor && (
        <Button className="mt-4" loading={resources.loadingMore} onClick={() => void resources.loadMore()}>
          {t('loadMore')}
        </Button>
      )}
    </>
  );
}

interface AskedProps {
  asking: Asking;
  folder: ResourceFolder | null;
  folders: readonly ResourceFolder[];
  onClose: () => void;
  onAdded: (resource: Resource) => void;
  onFolder: (id: string) => void;
}

function Asked({ asking, folder, folders, onClose, onAdded, onFolder }: AskedProps) {
  if (asking === 'tags') return <TagsDialog onClose={onClose} />;
  if (asking === 'link')
    return (
      <AddLink
        folderId={folder?.id ?? null}
        onClose={onClose}
        onAdded={(resource) => {
          onClose();
          onAdded(resource);
        }}
      />
    );
  return (
    <FolderDialog
      folder={asking === 'change' ? folder : null}
      parentId={asking === 'inside' ? (folder?.id ?? null) : null}
      folders={folders}
      onClose={onClose}
      onSaved={({ id }) => {
        onClose();
        onFolder(id);
      }}
    />
  );
}
