// Runs test/bench/<name>-bench.ts, or every bench when none is named, one after the other.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install, root, run } from './prepare.mjs'

checkNode()
if (!(await install())) process.exit(1)
const folder = join(root, 'test/bench')
const all = existsSync(folder)
  ? readdirSync(folder).flatMap(file =>
      file.endsWith('-bench.ts') ? [file.slice(0, -'-bench.ts'.length)] : [],
    )
  : []
const named = process.argv.slice(2).filter(arg => !arg.startsWith('-'))
const unknown = named.filter(name => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. There are: ${all.join(', ') || 'none yet'}.`)
  process.exit(1)
}
let failed = 0
for (const name of named.length > 0 ? named : all) {
  console.log(`\n== ${name}`)
  // Benches read the heap's size after a full collection.
  const args = ['--expose-gc', '--import', 'tsx', join(folder, `${name}-bench.ts`)]
  if ((await run(process.execPath, args)) !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
