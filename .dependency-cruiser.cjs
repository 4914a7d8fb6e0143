/** Who may import whom: see docs/architecture.md. Tiers: a slice imports the same or a lower one, through index.ts only. */
const TIERS = [
  ['files'],
  ['projects', 'history', 'consent'],
  ['guide', 'respondents', 'interviews', 'sources', 'codebook'],
  ['codings', 'register'],
  ['search', 'analysis', 'sample'],
  ['patterns', 'framework'],
  ['overview', 'help', 'example', 'upkeep'],
];
const slices = TIERS.flat();
const any = (names) => `(${names.join('|')})`;

/** A slice may not look into a higher tier. */
const upward = TIERS.slice(0, -1).map((tier, n) => ({
  name: `tier-${n}-looks-down`,
  severity: 'error',
  from: { path: `^src/${any(tier)}/` },
  to: { path: `^src/${any(TIERS.slice(n + 1).flat())}/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|db|views)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'views-only-show',
      severity: 'error',
      from: { path: '^views/' },
      to: { pathNot: ['^views/', '^src/domain/', '^(node_modules/)?hono/(jsx|html)'] },
    },
    {
      name: 'db-knows-no-slice',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(src/(?!domain/)|views/)' },
    },
    {
      name: 'only-db-has-the-driver',
      severity: 'error',
      from: { pathNot: '^db/' },
      to: { path: '^node_modules/(better-sqlite3|pg)/' },
    },
    {
      name: 'client-is-for-the-browser',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { pathNot: ['^src/client/', '^src/domain/'] },
    },
    {
      name: 'slices-meet-at-their-index',
      severity: 'error',
      from: { path: `^src/${any(slices)}/` },
      to: { path: `^src/${any(slices)}/`, pathNot: ['^src/$1/', '/index\\.ts$'] },
    },
    {
      name: 'http-knows-no-slice',
      severity: 'error',
      from: { path: '^src/(http|terminal)/' },
      to: { path: `^src/${any(slices.filter((s) => s !== 'files' && s !== 'history'))}/` },
    },
    ...upward,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs'] },
  },
};
