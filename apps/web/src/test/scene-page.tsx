import { scenes } from './scenes/scenes.tsx';
import { showScene } from './show-scene.tsx';

showScene(scenes);
