import { ApprovalsScreen } from '@/features/planning/approvals/approvals-screen.tsx';
import { BinScreen } from '@/features/planning/bin/bin-screen.tsx';
import { CalendarScreen } from '@/features/planning/calendar/calendar-screen.tsx';
import { ContextScreen } from '@/features/planning/contexts/context-screen.tsx';
import { ContextsScreen } from '@/features/planning/contexts/contexts-screen.tsx';
import { DocumentScreen } from '@/features/planning/documents/document-screen.tsx';
import { DocumentsScreen } from '@/features/planning/documents/documents-screen.tsx';
import { LessonScreen } from '@/features/planning/editor/lesson/lesson-screen.tsx';
import { UnitScreen } from '@/features/planning/editor/unit/unit-screen.tsx';
import { HistoryScreen } from '@/features/planning/history/history-screen.tsx';
import { PlanHomeScreen } from '@/features/planning/home/home-screen.tsx';
import { LibraryScreen } from '@/features/planning/library/library-screen.tsx';
import { MapScreen } from '@/features/planning/map/map-screen.tsx';
import { PreviewScreen } from '@/features/planning/preview/preview-screen.tsx';
import { PrintScreen } from '@/features/planning/print/print-screen.tsx';
import { SheetScreen } from '@/features/planning/print/sheet-screen.tsx';
import { ResourcesScreen } from '@/features/planning/resources/resources-screen.tsx';
import { StandardsScreen } from '@/features/planning/standards/standards-screen.tsx';
import { CoverageScreen } from '@/features/planning/standards-coverage/coverage-screen.tsx';
import { CoverScreen } from '@/features/planning/substitutes/cover-screen.tsx';
import { CoversScreen } from '@/features/planning/substitutes/covers-screen.tsx';
import { PacketScreen } from '@/features/planning/substitutes/packet-screen.tsx';
import { TemplateScreen } from '@/features/planning/templates/template-screen.tsx';
import { TemplatesScreen } from '@/features/planning/templates/templates-screen.tsx';

const id = '01900000-0000-7000-8000-0000000000f1';

/** The screens of planning as their pages render them; a record is any record (UXP-47). */
export const planningScreens = {
  '/plan/approvals': () => <ApprovalsScreen />,
  '/plan/bin': () => <BinScreen />,
  '/plan/calendar': () => <CalendarScreen today="2026-11-20" />,
  '/plan/contexts/[contextId]': () => <ContextScreen id={id} />,
  '/plan/contexts': () => <ContextsScreen />,
  '/plan/cover/[coverId]': () => <CoverScreen coverId={id} />,
  '/plan/cover': () => <CoversScreen today="2026-11-20" />,
  '/plan/curriculum-map': () => <MapScreen />,
  '/plan/documents/[documentId]': () => <DocumentScreen id={id} />,
  '/plan/documents': () => <DocumentsScreen />,
  '/plan/packet': () => <PacketScreen query={{}} />,
  '/plan': () => <PlanHomeScreen />,
  '/plan/resources': () => <ResourcesScreen />,
  '/plan/standards': () => <StandardsScreen />,
  '/plan/templates/[templateId]': () => <TemplateScreen id={id} />,
  '/plan/templates': () => <TemplatesScreen />,
  '/plan/units/[unitId]/history': () => <HistoryScreen id={id} />,
  '/plan/units/[unitId]/lessons/[lessonId]': () => <LessonScreen unitId={id} id={id} />,
  '/plan/units/[unitId]/lessons/[lessonId]/print': () => <PrintScreen planId={id} unitId={id} />,
  '/plan/units/[unitId]': () => <UnitScreen id={id} />,
  '/plan/units/[unitId]/preview': () => <PreviewScreen id={id} />,
  '/plan/units/[unitId]/print': () => <PrintScreen planId={id} unitId={id} />,
  '/plan/units': () => <LibraryScreen />,
  '/print/[kind]': () => <SheetScreen kind="week" />,
  '/report/standards-coverage': () => <CoverageScreen />,
} as const;
