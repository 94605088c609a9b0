import type { ComponentProps } from 'react';
import { HomeScreen } from '@/features/homes/home-screen.tsx';
import { OverviewScreen } from '@/features/homes/overview-screen.tsx';
import { GuardiansScreen } from '@/features/identity/guardians/guardians-screen.tsx';
import { RolesScreen } from '@/features/identity/roles/roles-screen.tsx';
import { ProfileScreen } from '@/features/identity/settings/profile-screen.tsx';
import { RulesScreen } from '@/features/identity/sign-in-rules/rules-screen.tsx';
import { UserScreen } from '@/features/identity/user-detail/user-screen.tsx';
import { UserImportScreen } from '@/features/identity/user-import/user-import-screen.tsx';
import { UsersScreen } from '@/features/identity/users/users-screen.tsx';
import { RequestsScreen } from '@/features/operations/accessibility-requests/requests-screen.tsx';
import { TenantForm } from '@/features/operations/tenants/tenant-form.tsx';
import { EnrollDialog } from '@/features/teaching/roster/enroll-dialog.tsx';
import { PersonMenu } from '@/features/teaching/roster/person-menu.tsx';
import { ReportScene } from './accessibility-scenes.tsx';
import { UndoScene } from './action-scenes.tsx';
import { EditingScene, LateScene, ListsScene, OptimisticScene, TableScene } from './data-scenes.tsx';
import { ByHandScene, ImportScene, RubricScene, ScoreScene } from './grade-scenes.tsx';
import { PaletteScene } from './palette-scenes.tsx';
import { PartsScene } from './part-scenes.tsx';
import {
  ApprovalsScene,
  CalendarScene,
  ConflictScene,
  CoverageScene,
  LessonHeadScene,
  LessonMenuScene,
  MapScene,
  UnitScene,
} from './plan-scenes.tsx';
import { FrameworksScene, PlanBinScene, SearchScene, StandardsScene, TagsScene } from './planner-scenes.tsx';
import { ActingScene, IdleScene } from './session-scenes.tsx';
import { CrumbsScene, LinksScene, PinsScene, TitleScene, ViewsScene, WideScene } from './shell-scenes.tsx';
import { DueScene, StatesScene } from './state-scenes.tsx';
import { AddressesScene, DeleteScene, FilesScene, GradedRowsScene } from './work-scenes.tsx';

function TenantFormScene() {
  return <TenantForm onClose={() => {}} />;
}

function EnrollScene() {
  return (
    <EnrollDialog
      school_id="01900000-0000-7000-8000-0000000000c1"
      sections={[{ id: '01900000-0000-7000-8000-0000000000d1', name: '1A' }]}
      onClose={() => {}}
    />
  );
}

function RosterMenuScene() {
  const person = { id: 'e1', user_id: 'u1', user_name: 'Ada Okafor', role: 'student', state: 'active' };
  const can = { update: false, detach: false };
  return (
    <PersonMenu
      person={{ ...person, can } as ComponentProps<typeof PersonMenu>['person']}
      onPanel={() => {}}
      onAccommodation={null}
      onMove={() => {}}
    />
  );
}

function PersonScene() {
  return <UserScreen id="01900000-0000-7000-8000-000000000100" />;
}

function GuardianHomeScene() {
  return <HomeScreen of="guardian" />;
}

/** Small pages of real parts, one for each group of tests. */
export const scenes = {
  report: ReportScene,
  reports: RequestsScreen,
  acting: ActingScene,
  idle: IdleScene,
  lists: ListsScene,
  table: TableScene,
  late: LateScene,
  optimistic: OptimisticScene,
  editing: EditingScene,
  undo: UndoScene,
  states: StatesScene,
  due: DueScene,
  files: FilesScene,
  addresses: AddressesScene,
  deleteAssignments: DeleteScene,
  gradedRows: GradedRowsScene,
  guardianHome: GuardianHomeScene,
  overview: OverviewScreen,
  calendar: CalendarScene,
  coverage: CoverageScene,
  lessonHead: LessonHeadScene,
  lessonMenu: LessonMenuScene,
  map: MapScene,
  approvals: ApprovalsScene,
  frameworks: FrameworksScene,
  planBin: PlanBinScene,
  search: SearchScene,
  standards: StandardsScene,
  tags: TagsScene,
  conflict: ConflictScene,
  crumbs: CrumbsScene,
  unit: UnitScene,
  users: UsersScreen,
  peopleImport: UserImportScreen,
  gradeByHand: ByHandScene,
  person: PersonScene,
  guardians: GuardiansScreen,
  profile: ProfileScreen,
  roles: RolesScreen,
  signInRules: RulesScreen,
  tenantForm: TenantFormScene,
  enroll: EnrollScene,
  rosterMenu: RosterMenuScene,
  gradeImport: ImportScene,
  gradeScore: ScoreScene,
  gradeRubric: RubricScene,
  views: ViewsScene,
  pins: PinsScene,
  title: TitleScene,
  palette: PaletteScene,
  parts: PartsScene,
  links: LinksScene,
  wide: WideScene,
} as const;
