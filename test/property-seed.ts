/** Property tests draw from one seed, so that a run can be repeated; `QUARTERDECK_SEED` chooses another one to look further. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['QUARTERDECK_SEED'] ?? 20261122) })
