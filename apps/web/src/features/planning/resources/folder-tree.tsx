'use client';
import type { ResourceFolder } from '@k12/contracts/planning/resource-folders';
import { Button } from '@k12/ui/button';
import { Tree, type TreeItem } from '@k12/ui/tree';
import { Folder, FolderOpen, FolderPlus, Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { carriedIds, carries } from './carried.ts';
import { groupsOf, pathTo, treeItem } from './folders.ts';

interface Props {
  folders: readonly ResourceFolder[];
  selected: string | null;
  onSelect: (id: string | null) => void;
  onNew: (() => void) | null;
  /** Resources were let go over a folder. */
  onMove: (ids: string[], folderId: string | null) => void;
}

const everything = 'all';

/** Everything, then the folders by whom they are for. */
export function FolderTree({ folders, selected, onSelect, onNew, onMove }: Props) {
  const t = useTranslations('planning-resources');
  const [over, setOver] = useState<string | null>(null);
  const look = (folder: ResourceFolder) => ({
    icon: folder.id === selected || folder.id === over ? <FolderOpen aria-hidden /> : <Folder aria-hidden />,
    end:
      folder.resources_count > 0 ? (
        <span className="text-mini text-ink-3 tabular-nums">{folder.resources_count}</span>
      ) : undefined,
  });
  const open = pathTo(folders, selected).map(({ id }) => id);
  const groups = groupsOf(folders);
  const all: TreeItem = { key: everything, label: t('allFolders'), icon: <Inbox aria-hidden /> };
  const show = (key: string) => onSelect(key === everything ? null : key);
  return (
    <nav
      aria-label={t('folders')}
      className="grid content-start gap-4"
      onDragOver={(event) => {
        const row = carries(event) ? rowUnder(event) : null;
        setOver(row?.dataset.key ?? null);
        if (row) event.preventDefault();
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        const key = rowUnder(event)?.dataset.key;
        setOver(null);
        if (!key || !carries(event)) return;
        event.preventDefault();
        onMove(carriedIds(event), key === everything ? null : key);
      }}
    >
      <Tree
        label={t('allFolders')}
        items={[all]}
        selected={selected === null ? everything : undefined}
        onSelect={show}
      />
      {groups.map(({ scope, folders: own }) => (
        <div key={scope}>
          <p className="mb-1 px-2 text-mini font-semibold text-ink-3">{t(`scopes.${scope}`)}</p>
          <Tree
            label={t(`scopes.${scope}`)}
            items={own.map((folder) => treeItem(folders, folder, look))}
            selected={selected ?? undefined}
            onSelect={show}
            defaultExpanded={open}
          />
        </div>
      ))}
      {onNew && (
        <Button
          size="small"
          variant="quiet"
          icon={<FolderPlus aria-hidden />}
          onClick={onNew}
          className="justify-self-start"
        >
          {t('newFolder')}
        </Button>
      )}
    </nav>
  );
}

function rowUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role=treeitem][data-key]') : null;
}
