import type { ModuleItemKind } from '@k12/contracts/teaching/module-records';
import {
  BookOpen,
  File,
  FileText,
  Heading,
  Link2,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  PencilLine,
  Puzzle,
} from 'lucide-react';

const icons: Record<ModuleItemKind, LucideIcon> = {
  assignment: PencilLine,
  quiz: ListChecks,
  discussion: MessagesSquare,
  page: FileText,
  file: File,
  drive_file: File,
  link: Link2,
  lesson: BookOpen,
  lti_link: Puzzle,
  header: Heading,
};

/** What kind of thing an item is; the name is said to those who cannot see the picture. */
export function ItemIcon({ kind, label }: { kind: ModuleItemKind; label: string }) {
  const Icon = icons[kind];
  return <Icon role="img" aria-label={label} className="size-4 shrink-0 text-ink-3" />;
}
