// Reads every source file of the project and says which imports break the floors.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { checkFloors } from './floors.mjs'

const root = join(import.meta.dirname, '..')
/** @type {Record<string, string>} */
const files = {}
for (const folder of ['shared', 'renderer', 'electron'].filter(name => existsSync(join(root, name))))
  for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    files[relative(root, path).split(sep).join('/')] = readFileSync(path, 'utf8')
  }
const breaches = checkFloors(files)
for (const breach of breaches) console.error(breach)
if (breaches.length > 0) process.exit(1)
console.log(`floors: ${Object.keys(files).length} files, no breach`)
