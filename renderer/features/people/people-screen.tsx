/** The people at the accounts, in one grid. */
import styles from '../../records/screen.module.css'
import { TableGrid } from '../../records/table-grid'

const shown = ['name', 'account', 'title', 'department', 'reportsTo', 'email', 'phone', 'owner', 'stillThere']

/** The screen People. */
export function PeopleScreen() {
  return (
    <div className={styles.screen}>
      <TableGrid table="person" shown={shown} />
    </div>
  )
}
