// Loaded before the main bundle: sets the hook that puts the double in the place of 'electron'.
import { register } from 'node:module'
register('./hooks.mjs', import.meta.url, { data: { double: process.env.QD_ELECTRON_DOUBLE } })
