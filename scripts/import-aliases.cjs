// The path alias of the web app (apps/web/tsconfig.json), for the import rules: dependency-cruiser cannot read
// tsconfig files of TypeScript 7, but it reads this shape.
const path = require('node:path');

module.exports = { resolve: { alias: { '@': path.join(process.cwd(), 'apps/web/src') } } };
