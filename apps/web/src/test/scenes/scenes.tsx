import { UsersScreen } from '@/features/identity/users/users-screen.tsx';
import { TenantForm } from '@/features/operations/tenants/tenant-form.tsx';
import { UndoScene } from './action-scenes.tsx';
import { EditingScene, LateScene, ListsScene, OptimisticScene } from './data-scenes.tsx';
import { ActingScene, IdleScene } from './session-scenes.tsx';
import { LinksScene, PinsScene, ViewsScene, WideScene } from './shell-scenes.tsx';
import { StatesScene } from './state-scenes.tsx';

function TenantFormScene() {
  return <TenantForm onClose={() => {}} />;
}

/** Small pages of real parts, one for each group of tests. */
export const scenes = {
  acting: ActingScene,
  idle: IdleScene,
  lists: ListsScene,
  late: LateScene,
  optimistic: OptimisticScene,
  editing: EditingScene,
  undo: UndoScene,
  states: StatesScene,
  users: UsersScreen,
  tenantForm: TenantFormScene,
  views: ViewsScene,
  pins: PinsScene,
  links: LinksScene,
  wide: WideScene,
} as const;
