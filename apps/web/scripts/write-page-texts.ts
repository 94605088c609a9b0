import { writeFileSync } from 'node:fs';
import { pageTextsFile, pageTextsModule } from './page-texts.ts';

writeFileSync(pageTextsFile, pageTextsModule());
