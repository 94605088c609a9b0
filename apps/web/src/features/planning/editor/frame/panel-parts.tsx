'use client';
import { Files, History, ListChecks, MessageSquare, Target } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType, ReactNode } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import type { PlanParts } from '../plan-parts.tsx';

export interface PanelPartProps {
  planId: string;
  kind: PlanParts['kind'];
}

interface PanelPart {
  /** Its name is `planning-editor.panel.<key>`. */
  key: string;
  icon: ReactNode;
  Part: ComponentType<PanelPartProps>;
}

/** The parts of the panel beside a plan, each loaded when it is opened. A feature adds its line. */
export const panelParts: readonly PanelPart[] = [
  {
    key: 'standards',
    icon: <Target aria-hidden />,
    Part: dynamic(
      loaded(() => import('../panel/standards-part.tsx').then((module) => module.StandardsPart)),
      { loading: nothingYet },
    ),
  },
  {
    key: 'resources',
    icon: <Files aria-hidden />,
    Part: dynamic(
      loaded(() => import('../../resources/resources-part.tsx').then((module) => module.ResourcesPart)),
      { loading: nothingYet },
    ),
  },
  {
    key: 'comments',
    icon: <MessageSquare aria-hidden />,
    Part: dynamic(
      loaded(() => import('../../comments/comments-part.tsx').then((module) => module.CommentsPart)),
      { loading: nothingYet },
    ),
  },
  {
    key: 'checks',
    icon: <ListChecks aria-hidden />,
    Part: dynamic(
      loaded(() => import('../panel/checks-part.tsx').then((module) => module.ChecksPart)),
      { loading: nothingYet },
    ),
  },
  {
    key: 'history',
    icon: <History aria-hidden />,
    Part: dynamic(
      loaded(() => import('../panel/history-part.tsx').then((module) => module.HistoryPart)),
      { loading: nothingYet },
    ),
  },
];
