'use client';
import type { PaletteAction, PaletteItem } from '@k12/ui/command-palette';
import { useToast } from '@k12/ui/toast';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';

type Named = Omit<PaletteItem, 'href' | 'onSelect' | 'more'>;

/** An entry that leads somewhere, with what else can be done with such a place under Tab (UXP-15). */
export function usePlaces() {
  const t = useTranslations();
  const { me } = useSession();
  const router = useRouter();
  const toast = useToast();
  return (named: Named, href: string): PaletteItem => {
    const open = () => router.push(href);
    const aside = () => window.open(href, '_blank', 'noopener');
    const copy = async () => {
      await navigator.clipboard.writeText(new URL(href, window.location.origin).href);
      toast.show({ message: t('shell.palette.copied') });
    };
    const further = furtherPages(href).flatMap((address): PaletteAction[] => {
      const page = findPage(address);
      if (!page || !mayOpen(page, me)) return [];
      const label = t(`pages.${page.title}`);
      return [{ key: address, label, href: address, onSelect: () => router.push(address) }];
    });
    return {
      ...named,
      href,
      onSelect: open,
      more: [
        { key: 'open', label: t('shell.palette.open'), href, onSelect: open },
        { key: 'aside', label: t('shell.palette.aside'), onSelect: aside },
        { key: 'copy', label: t('shell.palette.copy'), onSelect: () => void copy() },
        ...further,
      ],
    };
  };
}

/** Other pages of the same record. */
function furtherPages(href: string): string[] {
  const [, kind, id] = /^\/(plan\/units|teach\/courses)\/([\w-]{36})$/.exec(href) ?? [];
  if (!id) return [];
  return kind === 'plan/units'
    ? [paths.planUnitPreview(id), paths.planUnitHistory(id), paths.planUnitPrint(id)]
    : [paths.courseGradebook(id), paths.courseAssignments(id), paths.courseRoster(id)];
}
