/** Starts the program: the desk is read while the code that draws is still on its way. */
import { host } from './host/bridge'
import { BackupKeeper } from './store/backup-keeper'
import { today } from './store/clock'
import { asOfDate } from './store/data-day'
import { prepareDealStates } from './store/deal-states'
import { DeskDatabase } from './store/desk-database'
import { DeskSession } from './store/desk-session'
import { showSchemeEarly } from './ui/theme/early-scheme'

showSchemeEarly()
const database = new DeskDatabase()
const keeper = new BackupKeeper(database, host)
const desk = new DeskSession(database, {
  beforeMigration: async (entry, format) => void (await keeper.keepClosed(entry, format)),
  prepare: region => prepareDealStates(region, asOfDate(region, today())),
})
void desk.start()
void import('./app/draw-app').then(({ drawApp }) => drawApp(desk))
