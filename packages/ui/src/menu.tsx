'use client';
import type { ReactElement, ReactNode } from 'react';
import { late } from './late.ts';
import { LateTrigger } from './late-trigger.tsx';

const parts = late(() => import('./menu-parts.tsx'));

/** What is in a menu is only made inside an open one, and then it has come. */
function here() {
  if (!parts.now) throw new Error('This part belongs inside a menu');
  return parts.now;
}

export type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'end' | undefined;
  /** For a menu that is made when its button has been pressed. */
  startsOpen?: boolean | undefined;
};

/** A button and what it opens; the menu itself comes when somebody reaches for the button. */
export function Menu({ trigger, children, align, startsOpen }: MenuProps) {
  return (
    <LateTrigger part={parts} trigger={trigger} popup="menu" startsOpen={startsOpen}>
      {({ module: { OpenMenu }, byKey }) => (
        <OpenMenu trigger={trigger} align={align} byKey={byKey}>
          {children}
        </OpenMenu>
      )}
    </LateTrigger>
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

export function MenuItem(props: MenuItemProps) {
  const { MenuItem: Item } = here();
  return <Item {...props} />;
}

export type MenuCheckItemProps = {
  children: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
};

export function MenuCheckItem(props: MenuCheckItemProps) {
  const { MenuCheckItem: Item } = here();
  return <Item {...props} />;
}

export type MenuChoiceProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode }[];
};

/** One of several, under a heading. */
export function MenuChoice(props: MenuChoiceProps) {
  const { MenuChoice: Choice } = here();
  return <Choice {...props} />;
}

export function MenuGroup(props: { label: string; children: ReactNode }) {
  const { MenuGroup: Group } = here();
  return <Group {...props} />;
}

export function MenuSeparator() {
  const { MenuSeparator: Separator } = here();
  return <Separator />;
}
