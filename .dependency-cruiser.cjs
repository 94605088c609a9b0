// The import rules of the project (docs/decisions/0010-import-rules.md). There is no baseline: a broken rule fails the build.
const FEATURE = '^apps/core/src/features/([^/]+)/([^/]+)/';
const SAME_FEATURE = '^apps/core/src/features/$1/$2/';
// The rules are about what runs; the type of a row carries no behaviour past its service.
const WHAT_RUNS = { dependencyTypesNot: ['type-only'] };
const TEST = '\\.(test|spec)\\.tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle hides which file depends on which; move the shared part into a third file.',
      severity: 'error',
      from: {},
      // Types are gone at run time: only a cycle that would really be loaded is one.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable-import',
      comment: 'The import points at nothing that exists.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.next/', '^next-env'] },
    },
    {
      name: 'queries-belong-to-their-service',
      comment:
        'SQL is reached through the service of its own feature, so the tenant, permission and audit rules cannot be walked around.',
      severity: 'error',
      from: { pathNot: ['\\.(service|queries)\\.ts$', '^apps/core/src/(seed|test)/'] },
      to: { path: '^apps/core/src/features/.+\\.queries\\.ts$', ...WHAT_RUNS },
    },
    {
      name: 'queries-stay-inside-their-feature',
      comment: 'Another feature’s tables are read and written through its service.',
      severity: 'error',
      from: { path: FEATURE },
      to: { path: '^apps/core/src/features/.+\\.queries\\.ts$', pathNot: SAME_FEATURE, ...WHAT_RUNS },
    },
    {
      name: 'features-meet-through-services',
      comment:
        'A feature uses another one only through its service; pure rules and policies have nothing to walk around and may be shared.',
      severity: 'error',
      from: { path: FEATURE, pathNot: TEST },
      to: {
        path: '^apps/core/src/features/',
        pathNot: [SAME_FEATURE, '\\.(service|rules|policy)\\.ts$'],
        ...WHAT_RUNS,
      },
    },
    {
      name: 'routes-call-services-only',
      comment: 'A routes file names the endpoint and makes one call; deciding and storing happen below it.',
      severity: 'error',
      from: { path: '^apps/core/src/features/.+\\.routes\\.ts$' },
      to: { path: '^apps/core/src/features/.+\\.(policy|rules|queries|jobs)\\.ts$' },
    },
    {
      name: 'nothing-below-imports-routes',
      comment: 'The layers point one way: routes, service, then policy, rules and queries.',
      severity: 'error',
      from: { path: '^apps/core/src/features/.+\\.(service|policy|rules|queries|jobs)\\.ts$' },
      to: { path: '^apps/core/src/features/.+\\.routes\\.ts$' },
    },
    {
      name: 'queries-know-no-service',
      comment: 'A queries file holds SQL; what happens next is decided above it.',
      severity: 'error',
      from: { path: '^apps/core/src/features/.+\\.queries\\.ts$' },
      to: { path: '^apps/core/src/features/.+\\.(service|jobs)\\.ts$' },
    },
    {
      name: 'policy-and-rules-are-pure',
      comment: 'Policies and rules are functions of their arguments: no SQL, no service, no I/O.',
      severity: 'error',
      from: { path: '^apps/core/src/features/.+\\.(policy|rules)\\.ts$' },
      to: {
        path: [
          '^apps/core/src/features/.+\\.(service|queries|jobs)\\.ts$',
          '^apps/core/src/platform/(http|jobs|mail|cache)',
          '^packages/db/',
          '^(node:)?(fs|fs/promises|net|http|https|child_process)$',
        ],
        ...WHAT_RUNS,
      },
    },
    {
      name: 'platform-knows-no-feature',
      comment:
        'The platform is the same for every school product; features build on it, never the other way round.',
      severity: 'error',
      from: { path: '^apps/core/src/platform/', pathNot: TEST },
      to: { path: '^apps/core/src/(features/|features\\.ts$|app\\.ts$)' },
    },
    {
      name: 'shipped-code-imports-no-test-harness',
      comment: 'The harness starts databases and makes up people; it has no place in a running service.',
      severity: 'error',
      from: { path: '^apps/core/src/', pathNot: [TEST, '^apps/core/src/(test|test-suites)/'] },
      to: { path: ['^apps/core/src/test/', TEST] },
    },
    {
      name: 'web-imports-contracts-and-ui',
      comment: 'The web app speaks to the API through the typed client and to nothing else of ours.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: {
        path: '^(apps|packages)/',
        pathNot: ['^apps/web/', '^packages/(contracts|ui|plan-content|grading)/'],
      },
    },
    {
      name: 'gateway-imports-contracts-only',
      comment: 'The AI gateway has no database and knows no school record.',
      severity: 'error',
      from: { path: '^apps/ai-gateway/' },
      to: { path: '^(apps|packages)/', pathNot: ['^apps/ai-gateway/', '^packages/contracts/'] },
    },
    {
      name: 'core-imports-contracts-and-db',
      severity: 'error',
      comment: 'Core is reached over HTTP by the other apps and reaches them the same way.',
      from: { path: '^apps/core/' },
      to: {
        path: '^(apps|packages)/',
        pathNot: ['^apps/core/', '^packages/(contracts|db|plan-content|grading)/'],
      },
    },
    {
      name: 'contracts-import-nothing-of-ours',
      comment: 'Everything else stands on the contracts; they stand on Zod alone.',
      severity: 'error',
      from: { path: '^packages/contracts/src/' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/contracts/' },
    },
    {
      name: 'plan-content-is-pure',
      comment:
        'Rules of plan content run in the browser and in core alike: no I/O, and of ours only contracts.',
      severity: 'error',
      from: { path: '^packages/plan-content/src/' },
      to: {
        path: ['^(apps|packages)/', '^(node:)?(fs|fs/promises|net|http|https|child_process)$'],
        pathNot: '^packages/(plan-content|contracts)/',
      },
    },
    {
      name: 'grading-is-pure',
      comment:
        'One calculation of grades runs in the browser and in core alike: no I/O, nothing else of ours.',
      severity: 'error',
      from: { path: '^packages/grading/src/' },
      to: {
        path: ['^(apps|packages)/', '^(node:)?(fs|fs/promises|net|http|https|child_process)$'],
        pathNot: '^packages/grading/',
      },
    },
    {
      name: 'ui-imports-nothing-of-ours',
      comment: 'The design system knows no endpoint, no record and no school word.',
      severity: 'error',
      from: { path: '^packages/ui/' },
      to: { path: '^(apps|packages)/', pathNot: '^packages/ui/' },
    },
    {
      name: 'db-imports-no-app',
      severity: 'error',
      comment: 'The data layer is below every app.',
      from: { path: '^packages/db/' },
      to: { path: '^(apps/|packages/ui/)' },
    },
  ],
  options: {
    // TypeScript 7 ships no JavaScript API, so the dependencies are extracted by swc (docs/decisions/0010).
    parser: 'swc',
    webpackConfig: { fileName: require('node:path').join(__dirname, 'scripts/import-aliases.cjs') },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|dist|coverage|test-results|playwright-report)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
