'use client';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Drawer } from '@k12/ui/drawer';
import { IconButton } from '@k12/ui/icon-button';
import { NumberField } from '@k12/ui/number-field';
import { Pin, PinOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DialogProps } from './sheet-dialogs.tsx';

const kindNames = ['quiz', 'discussion', 'lti'] as const;

/** Which columns are there, and which stay beside the students (TCH-91, TCH-92). */
export function ColumnsDrawer({ store, layout, onLayout, onClose }: DialogProps) {
  const t = useTranslations('teaching-gradebook');
  const { columns } = store.book;
  const { hidden, frozen, hidden_kinds } = layout;
  const kinds = kindNames.filter((kind) => columns.some((column) => column.kind === kind));
  const toggled = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  const isPlain =
    hidden.length + frozen.length + layout.order.length + Object.keys(layout.widths).length === 0;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('columns')}
      description={t('columnsText')}
      footer={
        <Button
          disabled={isPlain}
          onClick={() => onLayout({ hidden: [], frozen: [], order: [], widths: {}, hidden_kinds: [] })}
        >
          {t('asEverybody')}
        </Button>
      }
    >
      {kinds.length > 0 && (
        <fieldset className="mb-5 grid gap-2">
          <legend className="mb-1 text-small font-semibold">{t('kindsOfWork')}</legend>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`kinds.${kind}`)}
              checked={!hidden_kinds.includes(kind)}
              onCheckedChange={() => onLayout({ hidden_kinds: toggled(hidden_kinds, kind) })}
            />
          ))}
        </fieldset>
      )}
      {layout.colors && <ColorFields colors={layout.colors} onLayout={onLayout} />}
      <ul className="grid gap-1" aria-label={t('columns')}>
        {columns.map(({ id, title }) => {
          const isFrozen = frozen.includes(id);
          return (
            <li key={id} className="flex items-center justify-between gap-2">
              <Checkbox
                label={<bdi>{title}</bdi>}
                checked={!hidden.includes(id)}
                onCheckedChange={() => onLayout({ hidden: toggled(hidden, id) })}
              />
              <IconButton
                size="small"
                variant="quiet"
                aria-pressed={isFrozen}
                label={t(isFrozen ? 'unfreezeColumn' : 'freezeColumn', { title })}
                icon={isFrozen ? <PinOff aria-hidden /> : <Pin aria-hidden />}
                onClick={() => onLayout({ frozen: toggled(frozen, id).slice(-10) })}
              />
            </li>
          );
        })}
      </ul>
    </Drawer>
  );
}

function ColorFields({
  colors,
  onLayout,
}: Pick<DialogProps, 'onLayout'> & { colors: NonNullable<DialogProps['layout']['colors']> }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <div className="mb-5 grid grid-cols-2 gap-3">
      <NumberField
        label={t('colorBelow')}
        unit="%"
        min={0}
        max={100}
        value={colors.below}
        onValueChange={(below) => onLayout({ colors: { ...colors, below: below ?? 0 } })}
      />
      <NumberField
        label={t('colorFrom')}
        unit="%"
        min={0}
        max={100}
        value={colors.from}
        onValueChange={(from) => onLayout({ colors: { ...colors, from: from ?? 100 } })}
      />
    </div>
  );
}
