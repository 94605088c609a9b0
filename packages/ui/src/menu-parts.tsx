'use client';
import { Menu as Base } from '@base-ui/react/menu';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from './link.tsx';
import type { MenuCheckItemProps, MenuChoiceProps, MenuItemProps, MenuProps } from './menu.tsx';
import { itemClass, popupClass } from './menu-style.ts';
import { useSurroundings } from './ui-provider.tsx';

type OpenMenuProps = Omit<MenuProps, 'startsOpen'> & { byKey: boolean };

/** Opens as it is made. */
export function OpenMenu({ trigger, children, align = 'start', byKey }: OpenMenuProps) {
  const { container } = useSurroundings();
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    if (!byKey || isPressed.current) return;
    isPressed.current = true;
    button.current?.focus();
    // A press without a pointer: the menu gives the focus to its first entry.
    button.current?.click();
  }, [byKey]);
  return (
    <Base.Root defaultOpen={!byKey}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal container={container}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-popover outline-none">
          <Base.Popup className={popupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

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
