import { type PageRegistration, planners, staffAdmins } from './page-registration.ts';

/** The pages of the planner; read through `pages` like all others. */
export const plannerPages = {
  /** Everything one may open, by its words, with filters and counts. */
  search: {
    route: '/search',
    title: 'search',
    area: 'settings',
    access: 'signed_in',
  },
  /** Take up planning where it was left: what is under way and what waits. */
  plan: {
    route: '/plan',
    title: 'plan',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    navigation: {
      order: 2,
      icon: 'notebook-pen',
      key: 'l',
      of: ['teacher', 'curriculum_lead', 'admin'],
    },
    tab: 0,
  },
  /** Library of units as list or cards, with filters and changes to many at once. */
  planUnits: {
    route: '/plan/units',
    title: 'planUnits',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 1,
  },
  /** Begin a unit: a title and the form of the plan, looked at while choosing. */
  planNewUnit: {
    route: '/plan/units/new',
    title: 'planNewUnit',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.create',
  },
  /** One unit, written and saved as it is written. */
  planUnit: {
    route: '/plan/units/[unitId]',
    title: 'planUnit',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** One lesson with its timed activities. */
  planLesson: {
    route: '/plan/units/[unitId]/lessons/[lessonId]',
    title: 'planLesson',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
  },
  /** A unit with its lessons as it comes out of the printer, and as a file. */
  planUnitPrint: {
    route: '/plan/units/[unitId]/print',
    title: 'print',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** One lesson as it comes out of the printer, and as a file. */
  planLessonPrint: {
    route: '/plan/units/[unitId]/lessons/[lessonId]/print',
    title: 'print',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
  },
  /** A gradebook, roster, rubric, module, map or calendar as it comes out of the printer, and as a file. */
  printSheet: {
    route: '/print/[kind]',
    title: 'print',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** A department's curriculum as one file: out, and in again. */
  planPackages: {
    route: '/plan/packages',
    title: 'planPackages',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** Lessons, units, terms and holidays by month, week and day; bump lessons, feed address. */
  planCalendar: {
    route: '/plan/calendar',
    title: 'planCalendar',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
    tab: 4,
  },
  /** Scope and sequence, programmes and other documents of the packs. */
  planDocuments: {
    route: '/plan/documents',
    title: 'planDocuments',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 10,
  },
  /** One curriculum document, written like a unit, with its links. */
  planDocument: {
    route: '/plan/documents/[documentId]',
    title: 'planDocument',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** Teams that plan together. */
  planContexts: {
    route: '/plan/contexts',
    title: 'planContexts',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 11,
  },
  /** What a team plans, who belongs to it and for which courses. */
  planContext: {
    route: '/plan/contexts/[contextId]',
    title: 'planContext',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** Who stands in for whom: give a colleague the lessons of some days, and take it back. */
  planCovers: {
    route: '/plan/cover',
    title: 'planCovers',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
  },
  /** A covered day as the substitute reads it. */
  planCover: {
    route: '/plan/cover/[coverId]',
    title: 'planCovers',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
  },
  /** All that a substitute needs for a day, on paper. */
  planPacket: {
    route: '/plan/packet',
    title: 'planPacket',
    area: 'plan',
    access: planners,
    capability: 'lesson_plans.read',
  },
  /** A year of courses by weeks: place units, move them, see what clashes. */
  planCurriculumMap: {
    route: '/plan/curriculum-map',
    title: 'curriculumMap',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 3,
  },
  /** The same map for those who lead: freeze the plan of record, compare, export. */
  adminCurriculumMap: {
    route: '/admin/curriculum-map',
    title: 'curriculumMap',
    area: 'admin',
    access: ['curriculum_lead', 'admin', 'district_admin'],
    capability: 'unit_plans.approve',
  },
  /** Frameworks as a tree, a search, and which plans work on a standard. */
  planStandards: {
    route: '/plan/standards',
    title: 'planStandards',
    area: 'plan',
    access: planners,
    capability: 'standards.read',
    tab: 6,
  },
  /** Which standards are planned, taught and assessed, as a heat map with its gaps. */
  reportStandardsCoverage: {
    route: '/report/standards-coverage',
    title: 'reportStandardsCoverage',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 7,
    navigation: { order: 6, icon: 'chart-column', section: 'report' },
  },
  /** Frameworks of the district and the schools: import, export, upkeep. */
  adminStandards: {
    route: '/admin/standards',
    title: 'adminStandards',
    area: 'admin',
    access: ['curriculum_lead', 'admin', 'district_admin'],
    capability: 'standards.import',
    navigation: { order: 38, icon: 'list-checks' },
  },
  /** Templates to begin from, with a look into each. */
  planTemplates: {
    route: '/plan/templates',
    title: 'planTemplates',
    area: 'plan',
    access: planners,
    capability: 'templates.read',
    tab: 5,
  },
  /** One template, written like a unit and offered to colleagues. */
  planTemplate: {
    route: '/plan/templates/[templateId]',
    title: 'planTemplate',
    area: 'plan',
    access: planners,
    capability: 'templates.read',
  },
  /** Forms of plans: their sections, where they apply, and frozen years. */
  adminCurriculumProfiles: {
    route: '/admin/curriculum-profiles',
    title: 'adminCurriculumProfiles',
    area: 'admin',
    access: ['curriculum_lead', 'admin', 'district_admin'],
    capability: 'planner_packs.manage',
    navigation: { order: 36, icon: 'layout-template' },
  },
  /** Hand templates, units and forms down to schools, and see what became of them. */
  districtTemplates: {
    route: '/district/templates',
    title: 'districtTemplates',
    area: 'district',
    access: ['curriculum_lead', 'district_admin'],
    capability: 'templates.push_to_schools',
    navigation: { order: 37, icon: 'send' },
  },
  /** Files and links in folders: upload, find, share, see where each is used. */
  planResources: {
    route: '/plan/resources',
    title: 'planResources',
    area: 'plan',
    access: planners,
    capability: 'resources.read',
    tab: 8,
  },
  /** Plans thrown away that can still come back. */
  planBin: {
    route: '/plan/bin',
    title: 'planBin',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
    tab: 12,
  },
  /** Versions of a unit, any two compared, all or one field restored. */
  planHistory: {
    route: '/plan/units/[unitId]/history',
    title: 'planHistory',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** A unit as readers get it, what is missing, and publishing or submitting it. */
  planPreview: {
    route: '/plan/units/[unitId]/preview',
    title: 'planPreview',
    area: 'plan',
    access: planners,
    capability: 'unit_plans.read',
  },
  /** Requests for approval: decided on by what they change, or watched by who handed them in. */
  planApprovals: {
    route: '/plan/approvals',
    title: 'planApprovals',
    area: 'plan',
    access: planners,
    capability: 'approvals.read',
    tab: 6,
  },
  /** The same requests beside the other work of admins. */
  adminApprovals: {
    route: '/admin/approvals',
    title: 'adminApprovals',
    area: 'admin',
    access: staffAdmins,
    capability: 'unit_plans.approve',
  },
} as const satisfies Record<string, PageRegistration>;
