import { generateSchema } from '../packages/db/scripts/generate-schema.ts';

// Everything that is committed but made from something else.
await generateSchema();
