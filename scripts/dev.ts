import { runInstance } from './launcher/main.ts';

await runInstance('development');
