import {
  Activity,
  BookOpen,
  CalendarRange,
  HeartHandshake,
  LayoutDashboard,
  ListChecks,
  Mail,
  NotebookPen,
  School,
  ScrollText,
  Settings,
  ShieldCheck,
  Sun,
  ToggleRight,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';

/** Names used by page registrations; only these icons are shipped with the shell. */
export const navIcons: Record<string, ComponentType<{ size?: number; strokeWidth?: number }>> = {
  sun: Sun,
  users: Users,
  'layout-dashboard': LayoutDashboard,
  school: School,
  'calendar-range': CalendarRange,
  'shield-check': ShieldCheck,
  'scroll-text': ScrollText,
  settings: Settings,
  'book-open': BookOpen,
  activity: Activity,
  'heart-handshake': HeartHandshake,
  'list-checks': ListChecks,
  mail: Mail,
  'notebook-pen': NotebookPen,
  'toggle-right': ToggleRight,
};
