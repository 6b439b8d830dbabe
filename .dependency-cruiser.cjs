/** Layers, cycles and undeclared packages. `domain <- contract <- server | web | cli`, with mcp between contract and server | cli; in the server routes -> service -> repository -> database. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(packages|node_modules)', pathNot: to },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one: merge them, or move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-undeclared',
      comment: "Declare the package in the importing workspace's package.json.",
      severity: 'error',
      // Tests may use what the root declares for all of them.
      from: { path: '^packages', pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-in-product',
      comment: 'Product code may not need a development dependency.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: ['\\.test\\.tsx?$', '\\.test-d\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports nothing but itself: no packages, no Node, no neighbours.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { pathNot: '^packages/domain/src' },
    },
    only(
      'contract-knows-domain',
      '^packages/contract/src',
      ['^packages/(domain|contract)/src', '^node_modules/(@sinclair/typebox|fast-check)'],
      'The contract may import the domain and the schema library, and its tests what makes up examples (no-undeclared keeps that from all else).',
    ),
    only(
      'mcp-knows-contract',
      '^packages/mcp/src',
      ['^packages/(domain|contract|mcp)/src', '^node_modules/(@modelcontextprotocol/sdk|@sinclair/typebox)'],
      'What assistants can do is said with the client of the contract alone: it runs in a terminal and in the server.',
    ),
    {
      name: 'clients-go-through-http',
      comment: 'Web and command line reach the server over HTTP, through the client of the contract.',
      severity: 'error',
      from: { path: '^packages/(web|cli)/src', pathNot: ['\\.test\\.tsx?$', '/testing/'] },
      to: { path: '^packages/server' },
    },
    {
      name: 'server-knows-no-client',
      comment: 'The server does not know who calls it.',
      severity: 'error',
      from: { path: '^packages/server/src' },
      to: { path: '^packages/(web|cli)/src' },
    },
    {
      name: 'web-and-cli-are-strangers',
      severity: 'error',
      from: { path: '^packages/web/src' },
      to: { path: '^packages/cli/src' },
    },
    {
      name: 'routes-ask-services',
      comment: 'A route calls a service; only repositories and the database know SQL.',
      severity: 'error',
      from: { path: '\\.routes\\.ts$', pathNot: '^packages/contract' },
      to: { path: '(\\.repository\\.ts$|node_modules/kysely)' },
    },
    {
      name: 'repositories-know-no-services',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: '(\\.service\\.ts$|\\.routes\\.ts$)' },
    },
    {
      name: 'product-without-tests',
      comment: 'Test helpers stay in tests.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: ['\\.test\\.tsx?$', '\\.test-d\\.ts$', '/testing/'] },
      to: { path: '/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules/\\.cache|/dist/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
    },
  },
}
