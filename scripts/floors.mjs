// The floors of the house as data, and a pure check of source files against them.
import ts from 'typescript'

/** Layers of shared/, lowest first: a floor may import every floor of a lower layer, and itself. */
const layers = [
  ['base'],
  ['model', 'bridge', 'tables'],
  ['mapping', 'region'],
  ['reconcile', 'process', 'strategy'],
  ['forecast', 'territory', 'coaching'],
  ['packs', 'sample'],
]

const sharedFloors = layers.flatMap((layer, depth) =>
  layer.map(name => ({
    floor: `shared/${name}`,
    may: layers
      .slice(0, depth)
      .flat()
      .map(lower => `shared/${lower}`),
  })),
)

/** Every floor with the floors below it that it may import. `*` stands for one folder name. */
export const floors = [
  ...sharedFloors,
  { floor: 'electron', may: ['shared/base', 'shared/bridge'] },
  { floor: 'renderer/ui', may: [] },
  { floor: 'renderer/fields', may: ['shared/base', 'shared/model', 'renderer/ui'] },
  { floor: 'renderer/host', may: ['shared/base', 'shared/bridge'] },
  { floor: 'renderer/store', may: ['shared'] },
  // Records in grids: what every screen with a table shares.
  {
    floor: 'renderer/records',
    may: ['shared', 'renderer/store', 'renderer/host', 'renderer/ui', 'renderer/fields'],
  },
  {
    floor: 'renderer/features/*',
    may: [
      'shared',
      'renderer/store',
      'renderer/host',
      'renderer/ui',
      'renderer/fields',
      'renderer/records',
      'resources',
    ],
  },
  { floor: 'renderer/app', may: ['shared', 'renderer', 'resources'] },
  { floor: 'renderer/main.tsx', may: ['shared', 'renderer', 'resources'] },
]

/** Who may use a package from outside; a package that no rule names may be used in renderer/ only. */
export const packages = [
  { packages: ['electron', 'node:*'], only: ['electron'] },
  { packages: ['dexie'], only: ['renderer/store'] },
  { packages: ['xlsx', 'hucre', 'papaparse', 'fflate', 'chardet'], only: ['shared/tables', 'shared/packs'] },
  { packages: ['echarts'], only: ['renderer/ui/chart'] },
  { packages: ['@xyflow/react'], only: ['renderer/ui/graph'] },
  { packages: ['@tanstack/react-table'], only: ['renderer/ui/grid'] },
  { packages: ['ag-grid-community', 'udsv'], only: [] },
]

/** File names that say nothing about what is inside. */
const emptyNames = ['utils', 'util', 'helpers', 'helper', 'common', 'types', 'index', 'misc']
const longestFile = 400

const source = /^(shared|renderer|electron)\//
const inside = (/** @type {string} */ path, /** @type {string} */ folder) =>
  path === folder || path.startsWith(`${folder}/`)
/** `renderer/ui/chart` holds both the folder of that name and the files chart.tsx, chart-axis.ts. */
const behind = (/** @type {string} */ path, /** @type {string} */ place) =>
  inside(path, place) || new RegExp(`^${place}[-.][^/]*$`).test(path)

/**
 * The floor that holds a path, as written in the rules and as found (`renderer/features/imports`).
 * @param {string} path
 */
function floorOf(path) {
  for (const rule of floors) {
    const found = new RegExp(`^${rule.floor.replace('*', '[^/]+')}(?=/|$)`).exec(path)
    if (found) return { rule, place: found[0] }
  }
  return null
}

/**
 * What a file imports, as written: static, re-exported, type-only, dynamic, and files named by URL for a worker.
 * @param {string} text
 * @returns {string[]}
 */
export function importsOf(text) {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(file => file.fileName)
  for (const url of text.matchAll(/new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g))
    if (url[1]) found.push(url[1])
  return found
}

/**
 * The file an import means, or null for a package.
 * @param {string} from
 * @param {string} specifier
 * @param {ReadonlySet<string>} known
 * @returns {string | null}
 */
function target(from, specifier, known) {
  const bare = specifier.replace(/\?.*$/, '')
  let path
  if (bare.startsWith('#')) path = bare.slice(1)
  else if (bare.startsWith('.')) {
    const parts = from.split('/').slice(0, -1)
    for (const step of bare.split('/')) {
      if (step === '..') parts.pop()
      else if (step !== '.') parts.push(step)
    }
    path = parts.join('/')
  } else return null
  for (const end of ['', '.ts', '.tsx', '.mjs', '.js']) if (known.has(path + end)) return path + end
  return path
}

/**
 * What is wrong with one file's imports of our own files.
 * @param {string} from
 * @param {string} to
 * @returns {string | null}
 */
function crossing(from, to) {
  const floor = floorOf(from)
  if (!floor) return null
  if (floor.place === floorOf(to)?.place) return null
  if (floor.rule.may.some(place => inside(to, place))) return null
  return `${from} imports ${to}: ${floor.place} may import ${floor.rule.may.join(', ') || 'nothing of ours'}`
}

/**
 * What is wrong with one file's use of a package.
 * @param {string} from
 * @param {string} specifier
 * @returns {string | null}
 */
function foreign(from, specifier) {
  const rule = packages.find(one =>
    one.packages.some(name =>
      name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : inside(specifier, name),
    ),
  )
  const only = rule ? rule.only : ['renderer']
  if (only.some(place => behind(from, place))) return null
  return `${from} uses ${specifier}: only ${only.join(', ') || 'benches and tests'} may`
}

/**
 * Circles of files that import each other, by Tarjan's strongly connected components.
 * @param {ReadonlyMap<string, readonly string[]>} graph
 * @returns {string[][]}
 */
export function circles(graph) {
  /** @type {Map<string, { index: number, low: number, onStack: boolean }>} */
  const seen = new Map()
  /** @type {string[]} */
  const stack = []
  /** @type {string[][]} */
  const found = []
  const visit = (/** @type {string} */ node) => {
    const mine = { index: seen.size, low: seen.size, onStack: true }
    seen.set(node, mine)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      const other = seen.get(next)
      if (!other) mine.low = Math.min(mine.low, visit(next).low)
      else if (other.onStack) mine.low = Math.min(mine.low, other.index)
    }
    if (mine.low === mine.index) {
      const members = stack.splice(stack.indexOf(node))
      for (const member of members) {
        const state = seen.get(member)
        if (state) state.onStack = false
      }
      if (members.length > 1 || graph.get(node)?.includes(node)) found.push(members)
    }
    return mine
  }
  for (const node of graph.keys()) if (!seen.has(node)) visit(node)
  return found
}

/**
 * What breaks the rules of a file for itself: its floor, its name, its size, its first line.
 * @param {string} path
 * @param {string} text
 * @returns {string[]}
 */
function manners(path, text) {
  const name = path.replace(/^.*\//, '').replace(/\..*$/, '')
  const lines = text.split('\n').length - 1
  const wrong = []
  if (!floorOf(path)) wrong.push(`${path} stands on no floor: name the floor in scripts/floors.mjs`)
  if (emptyNames.includes(name)) wrong.push(`${path} is named for nothing in it`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) wrong.push(`${path} is not named in kebab-case`)
  if (lines > longestFile) wrong.push(`${path} has ${lines} lines: split it (at most ${longestFile})`)
  if (!/^\/(\*\*|\/) \S/.test(text)) wrong.push(`${path} does not begin with a comment on what it is for`)
  return wrong
}

/**
 * Checks source files, given as a map from path to text, and returns one sentence for each breach.
 * Files outside shared/, renderer/ and electron/ may import anything and are not looked at.
 * @param {Readonly<Record<string, string>>} files
 * @returns {string[]}
 */
export function checkFloors(files) {
  const paths = Object.keys(files).sort()
  const known = new Set(paths)
  /** @type {Map<string, string[]>} */
  const graph = new Map()
  /** @type {string[]} */
  const breaches = []
  for (const path of paths) {
    if (!source.test(path)) continue
    const text = files[path] ?? ''
    breaches.push(...manners(path, text))
    /** @type {string[]} */
    const ours = []
    for (const specifier of importsOf(text)) {
      const to = target(path, specifier, known)
      const breach = to === null ? foreign(path, specifier) : crossing(path, to)
      if (breach) breaches.push(breach)
      if (to !== null && known.has(to)) ours.push(to)
    }
    graph.set(path, ours)
  }
  for (const circle of circles(graph)) breaches.push(`circle: ${[...circle, circle[0]].join(' -> ')}`)
  return breaches
}
