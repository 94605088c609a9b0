import type { ResourceFormat } from '@k12/contracts/planning/resource-records';
import type { Subject } from '@k12/ui/tone';
import clsx from 'clsx';
import {
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  FileVideo,
  Link2,
  type LucideIcon,
  Presentation,
} from 'lucide-react';

const icons: Record<ResourceFormat, LucideIcon> = {
  document: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  pdf: FileType,
  image: FileImage,
  audio: FileAudio,
  video: FileVideo,
  text: FileText,
  archive: FileArchive,
  link: Link2,
};

/** One hue for each family, so that a shelf of files can be read at a glance; the word stands beside it. */
const hues: Record<ResourceFormat, Subject> = {
  document: 'blue',
  sheet: 'leaf',
  slides: 'amber',
  pdf: 'coral',
  image: 'violet',
  audio: 'rose',
  video: 'rose',
  text: 'olive',
  archive: 'olive',
  link: 'teal',
};

interface Props {
  format: ResourceFormat;
  size?: 'small' | 'large';
}

export function FormatIcon({ format, size = 'small' }: Props) {
  const Icon = icons[format];
  return (
    <span
      aria-hidden
      data-subject={hues[format]}
      className={clsx(
        'flex shrink-0 items-center justify-center rounded-control bg-subject-tint text-ink-2',
        size === 'small' ? 'size-8' : 'h-24 w-full rounded-control [&_svg]:size-7',
      )}
    >
      <Icon strokeWidth={1.75} />
    </span>
  );
}
