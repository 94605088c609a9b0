import { pageScreens } from './scenes/page-screens.tsx';
import { showScene } from './show-scene.tsx';

showScene(pageScreens);
