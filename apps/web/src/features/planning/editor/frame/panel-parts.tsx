import type { ComponentType } from 'react';

export interface PanelPartProps {
  planId: string;
  kind: 'unit' | 'lesson';
}

interface PanelPart {
  /** Its name is `planning-editor.panel.<key>`. */
  key: string;
  Part: ComponentType<PanelPartProps>;
}

/** The parts of the panel beside a plan, each loaded when it is opened. A feature adds its line. */
export const panelParts: readonly PanelPart[] = [];
