'use client';
import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from './link.tsx';
import { useSurroundings } from './ui-provider.tsx';

export type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end' | undefined;
  /** For a menu that is made when its button has been pressed. */
  startsOpen?: boolean | undefined;
};

export const popupClass =
  'pop-motion max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto rounded-card bg-raised p-1 text-body text-ink shadow-float outline-none';

export const itemClass = clsx(
  'flex min-h-8 w-full cursor-pointer select-none items-center gap-2.5 rounded-control px-2 text-start outline-none',
  'data-highlighted:bg-sunken data-disabled:cursor-not-allowed data-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:text-ink-3',
  'forced-colors:data-highlighted:outline-2',
);

export function Menu({ trigger, children, align = 'start', startsOpen = false }: MenuProps) {
  const { container } = useSurroundings();
  return (
    <Base.Root defaultOpen={startsOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-popover outline-none">
          <Base.Popup className={popupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  shortcut?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** With an address the item is a link. */
  href?: string | undefined;
  onPress?: (() => void) | undefined;
};

export function MenuItem({
  children,
  icon,
  shortcut,
  danger,
  disabled = false,
  href,
  onPress,
}: MenuItemProps) {
  const body = (
    <>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut && <span className="text-mini text-ink-3">{shortcut}</span>}
    </>
  );
  const className = clsx(itemClass, danger && 'text-bad [&_svg]:text-bad');
  if (href && !disabled) {
    return (
      <Base.LinkItem render={<Link href={href} />} closeOnClick className={className}>
        {body}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item disabled={disabled} onClick={() => onPress?.()} className={className}>
      {body}
    </Base.Item>
  );
}

export type MenuCheckItemProps = {
  children: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
};

export function MenuCheckItem({ children, checked, onCheckedChange }: MenuCheckItemProps) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next)}
      className={itemClass}
    >
      <span className="size-4">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1">{children}</span>
    </Base.CheckboxItem>
  );
}

export type MenuChoiceProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode }[];
};

/** One of several, under a heading. */
export function MenuChoice({ label, value, onValueChange, options }: MenuChoiceProps) {
  return (
    <MenuGroup label={label}>
      <Base.RadioGroup value={value} onValueChange={(next) => onValueChange(String(next))}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={itemClass}>
            <span className="size-4">
              <Base.RadioItemIndicator>
                <Check aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            <span className="min-w-0 flex-1">{option.label}</span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </MenuGroup>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-mini font-semibold text-ink-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
