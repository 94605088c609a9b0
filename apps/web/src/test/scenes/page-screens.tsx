import { administrationScreens } from './page-screens.administration.tsx';
import { planningScreens } from './page-screens.planning.tsx';
import { teachingScreens } from './page-screens.teaching.tsx';

/** Every page with data of its own. */
export const pageScreens = { ...administrationScreens, ...planningScreens, ...teachingScreens } as const;
