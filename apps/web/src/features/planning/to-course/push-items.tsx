'use client';
import type { PushableItem } from '@k12/contracts/teaching/unit-modules';
import { Checkbox } from '@k12/ui/checkbox';
import { ClipboardList, FileText, Link2, NotebookText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDates } from '@/lib/dates.ts';

const icons = { lesson: NotebookText, assignment: ClipboardList, link: Link2 } as const;

interface Props {
  items: readonly PushableItem[];
  left: ReadonlySet<string>;
  onLeftChange: (left: ReadonlySet<string>) => void;
}

/** All are chosen until some are left out; what the course has already is brought up to date. */
export function PushItems({ items, left, onLeftChange }: Props) {
  const t = useTranslations('planning-to-course');
  const isAll = left.size === 0;
  return (
    <fieldset>
      <legend className="mb-2 text-small font-semibold">{t('items')}</legend>
      <Checkbox
        label={t('all')}
        checked={isAll}
        indeterminate={!isAll && left.size < items.length}
        onCheckedChange={(checked) => onLeftChange(new Set(checked ? [] : items.map(({ key }) => key)))}
      />
      <ul className="mt-2 max-h-80 overflow-y-auto rounded-card border border-line">
        {items.map((item) => (
          <Row
            key={item.key}
            item={item}
            checked={!left.has(item.key)}
            onCheckedChange={(checked) => {
              const next = new Set(left);
              if (checked) next.delete(item.key);
              else next.add(item.key);
              onLeftChange(next);
            }}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface RowProps {
  item: PushableItem;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

function Row({ item, checked, onCheckedChange }: RowProps) {
  const t = useTranslations('planning-to-course');
  const dates = useDates();
  const Icon = icons[item.kind as keyof typeof icons] ?? FileText;
  return (
    <li
      className="flex min-h-row items-center gap-2 border-line border-b px-3 py-1.5 last:border-b-0"
      style={{ paddingInlineStart: `${0.75 + item.indent * 1.5}rem` }}
    >
      <Checkbox
        className="min-w-0 flex-1"
        checked={checked}
        onCheckedChange={onCheckedChange}
        label={
          <span className="flex items-center gap-2">
            <Icon size={16} aria-hidden className="shrink-0 text-ink-3" />
            <bdi className="[overflow-wrap:anywhere]">{item.title}</bdi>
          </span>
        }
      />
      <span className="text-small text-ink-3">
        {[item.planned_on && dates.shortDay(item.planned_on), item.module_id && t('there')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
