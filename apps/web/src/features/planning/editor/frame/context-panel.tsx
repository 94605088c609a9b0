'use client';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { Tabs } from '@k12/ui/tabs';
import { PanelRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { usePlanParts } from '../plan-parts.tsx';
import { PanelEdge, usePanelWidth } from './panel-edge.tsx';
import { panelParts } from './panel-parts.tsx';

/** What informs the writing without covering it: standards, resources, comments, history. */
export function ContextPanel() {
  const t = useTranslations('planning-editor.panel');
  const { isPanelOpen, setPanelOpen } = usePlanParts();
  const isWide = useIsWide();
  const { width, change } = usePanelWidth();
  if (panelParts.length === 0) return null;
  if (isWide === false)
    return (
      <>
        <div className="fixed end-4 bottom-20 z-bar tablet:bottom-4">
          <Button icon={<PanelRight aria-hidden />} onClick={() => setPanelOpen(true)}>
            {t('label')}
          </Button>
        </div>
        <Drawer open={isPanelOpen} onOpenChange={setPanelOpen} title={t('label')}>
          <PanelTabs />
        </Drawer>
      </>
    );
  return (
    <aside
      aria-label={t('label')}
      className="relative shrink-0 border-line border-s bg-canvas max-laptop:hidden"
      style={{ width }}
    >
      <PanelEdge width={width} onChange={change} />
      <div className="sticky top-13 h-[calc(100dvh-3.25rem)] overflow-y-auto p-4">
        {isWide && <PanelTabs />}
      </div>
    </aside>
  );
}

function PanelTabs() {
  const t = useTranslations('planning-editor.panel');
  const { plan_id, kind, part, showPart } = usePlanParts();
  const shown = panelParts.find(({ key }) => key === part) ?? panelParts[0];
  if (!shown) return null;
  const { Part } = shown;
  return (
    <Tabs
      look="boxed"
      label={t('label')}
      value={shown.key}
      onValueChange={showPart}
      items={panelParts.map(({ key, icon }) => ({
        value: key,
        // Five words do not fit a narrow panel: the chosen one is written out, the others show it to the pointer.
        label: (
          <span title={t(key)} className="flex items-center gap-1.5">
            {icon}
            <span className={key === shown.key ? undefined : 'hidden-visually'}>{t(key)}</span>
          </span>
        ),
        content: key === shown.key ? <Part planId={plan_id} kind={kind} /> : undefined,
      }))}
    />
  );
}

/** Null until the width is known, so that nothing of the panel is built twice. */
function useIsWide(): boolean | null {
  const [isWide, setWide] = useState<boolean | null>(null);
  useEffect(() => {
    const query = window.matchMedia('(min-width: 64rem)');
    const update = () => setWide(query.matches);
    update();
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, []);
  return isWide;
}
