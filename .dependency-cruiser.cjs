// The law of the folders: who may import what. Each rule's comment is the reason, and is shown with a violation.

const TEST = '\\.test\\.(ts|mjs)$';
const BUILT_IN_OR_NPM = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment:
        'core/ decides and computes: no input or output, clock or randomness, so no Node and no packages. ' +
        'That is why it can be tested without anything running, and why parts of it run in AppSync.',
      severity: 'error',
      from: { path: '^core/', pathNot: TEST },
      to: { dependencyTypes: BUILT_IN_OR_NPM },
    },
    {
      name: 'core-knows-no-shell',
      comment: 'core/ is the centre: it may import core/ and generated/ only.',
      severity: 'error',
      from: { path: '^core/', pathNot: TEST },
      to: { pathNot: '^(core|generated)/', dependencyTypesNot: BUILT_IN_OR_NPM },
    },
    {
      name: 'portable-stands-alone',
      comment:
        'core/portable/ is bundled into resolvers: what it imports must be legal APPSYNC_JS too. ' +
        'generated/ is types, which leave nothing in a bundle.',
      severity: 'error',
      from: { path: '^core/portable/', pathNot: TEST },
      to: { pathNot: '^(core/portable|generated)/' },
    },
    {
      name: 'resolvers-are-appsync',
      comment: 'AppSync runs resolvers: core/portable/, resolvers/lib/, generated/ types and @aws-appsync/utils only.',
      severity: 'error',
      from: { path: '^resolvers/', pathNot: TEST },
      to: { pathNot: ['^resolvers/', '^core/portable/', '^generated/', 'node_modules/@aws-appsync/utils/'] },
    },
    {
      name: 'resolvers-share-through-lib',
      comment: 'A resolver never imports another: what two of them need lies in resolvers/lib/ and resolvers/steps/.',
      severity: 'error',
      from: { path: '^resolvers/([^/]+)/.+' },
      to: { path: '^resolvers/', pathNot: ['^resolvers/$1/', '^resolvers/(lib|steps)/'] },
    },
    {
      name: 'lib-knows-no-steps',
      comment: 'resolvers/lib/ serves the steps of pipelines, not the other way round.',
      severity: 'error',
      from: { path: '^resolvers/lib/' },
      to: { path: '^resolvers/steps/' },
    },
    {
      name: 'unit-resolvers-share-through-lib',
      comment: 'A resolver never imports another: what two of them need lies in resolvers/lib/.',
      severity: 'error',
      from: { path: '^resolvers/[^/]+\\.[^/]+\\.ts$', pathNot: TEST },
      to: { path: '^resolvers/', pathNot: '^resolvers/lib/' },
    },
    {
      name: 'functions-have-no-siblings',
      comment: 'Each function is deployed alone: what two of them need lies in functions/shared/ or core/.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/.+' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/shared/'] },
    },
    {
      name: 'functions-import-core',
      comment: 'A function is core/ with a thin shell: core/, functions/shared/, generated/ and packages.',
      severity: 'error',
      from: { path: '^functions/', pathNot: TEST },
      to: { pathNot: ['^functions/', '^core/', '^generated/'], dependencyTypesNot: BUILT_IN_OR_NPM },
    },
    {
      name: 'infra-reads-manifests',
      comment: 'infra/ learns from the two manifests; code reaches it as files, by path and through the bundler.',
      severity: 'error',
      from: { path: '^infra/', pathNot: TEST },
      to: {
        pathNot: [
          '^infra/',
          '^resolvers/manifest\\.ts$',
          '^functions/manifest\\.ts$',
          '^generated/',
          '^tools/appsync-bundle/',
        ],
        dependencyTypesNot: BUILT_IN_OR_NPM,
      },
    },
    {
      name: 'local-runs-the-template',
      comment: 'The local cloud knows the product by its template and may import anything but its clients.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^clients/' },
    },
    {
      name: 'clients-know-the-schema',
      comment: 'A client is written against the API: generated/ and packages only.',
      severity: 'error',
      from: { path: '^clients/([^/]+)/', pathNot: TEST },
      to: { pathNot: ['^clients/$1/', '^generated/'], dependencyTypesNot: BUILT_IN_OR_NPM },
    },
    {
      name: 'generated-stands-alone',
      comment: 'Code generation writes it from the schema alone.',
      severity: 'error',
      from: { path: '^generated/' },
      to: { pathNot: '^generated/' },
    },
    {
      name: 'product-knows-no-workshop',
      comment: 'What is deployed imports nothing of the local cloud, tools, benchmarks or tests.',
      severity: 'error',
      from: { path: '^(core|resolvers|functions|clients)/', pathNot: TEST },
      to: { path: '^(local|tools|bench|test|infra)/' },
    },
    {
      name: 'nobody-imports-a-test',
      comment: 'What tests share lies in a file of its own: importing a test runs it twice.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
    {
      name: 'no-circle',
      comment: 'Files in a circle can only be read, changed and loaded together: move what both need to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports it and it imports nothing: dead, or an entry that belongs on this list.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          TEST,
          '\\.d\\.ts$',
          // Configuration of tools, at the root.
          '^[^/]+\\.(c?js|ts)$',
          // Code generation loads its plugins by name.
          '^tools/codegen/',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere fails at run time only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.local|coverage|\\.git)/' },
    // Types count: a type from the wrong folder is a dependency on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
