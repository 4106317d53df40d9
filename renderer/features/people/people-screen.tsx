/** The people at the accounts, in one grid. */
import { TableGrid } from '../../records/table-grid'
import { ScreenColumn } from '../../ui/part/page-columns'

const shown = ['name', 'account', 'title', 'department', 'reportsTo', 'email', 'phone', 'owner', 'stillThere']

/** The screen People. */
export function PeopleScreen() {
  return (
    <ScreenColumn>
      <TableGrid table="person" shown={shown} />
    </ScreenColumn>
  )
}
