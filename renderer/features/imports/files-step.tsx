/** First step: the files with their sheets, what each is taken for, where its header is and what was left out. */
import { Alert, Badge, Button, Checkbox, Collapse, Group, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { tableKinds } from '#shared/bridge/file-kinds'
import { host } from '../../host/bridge'
import { givenText } from './given-files'
import classes from './imports.module.css'
import { counted, tableChoices } from './import-words'
import type { SheetView } from './sheet-view'
import type { Wizard } from './wizard'
import type { ImportActions } from './import-actions'

/** The list of files, and the way to more. */
export function FilesStep({ actions, wizard }: { readonly actions: ImportActions; readonly wizard: Wizard }) {
  const { sheets, unreadable, given, notes, busy } = wizard
  const choose = async (): Promise<void> => actions.addFiles(await host.openFiles(tableKinds))
  const files = [...new Set(sheets.map(each => each.file))]
  return (
    <Stack gap="md">
      <div className={classes.drop}>
        <Text>Drop the files of your CRM here, several at once: accounts, contacts, deals, activities.</Text>
        <Text className={classes.soft}>
          CSV, TSV, XLSX, XLSM, XLSB, XLS and ODS. Nothing leaves this machine.
        </Text>
        <Button
          onClick={() => void choose()}
          disabled={busy !== null}
          variant={files.length > 0 ? 'default' : 'filled'}
        >
          Choose files
        </Button>
      </div>
      {unreadable.map(each => (
        <Alert
          key={each.file}
          color="red"
          title={each.file}
          withCloseButton
          closeButtonLabel={`Dismiss ${each.file}`}
          onClose={() => actions.removeFile(each.file)}
        >
          {each.why}
        </Alert>
      ))}
      {given.map(each => (
        <Alert key={each.file} color="yellow" title={each.file}>
          {givenText(each)}
        </Alert>
      ))}
      {files.map(file => (
        <section key={file} aria-label={file}>
          <Group mb={6}>
            <Text className={classes.name}>{file}</Text>
            <Button size="compact-xs" variant="subtle" onClick={() => actions.removeFile(file)}>
              Remove
            </Button>
          </Group>
          {notes
            .filter(each => each.file === file)
            .map(each => (
              <Text key={each.text} className={classes.note}>
                {each.text}
              </Text>
            ))}
          <Stack gap={6}>
            {sheets
              .filter(each => each.file === file)
              .map(sheet => (
                <SheetCard key={sheet.key} sheet={sheet} actions={actions} />
              ))}
          </Stack>
        </section>
      ))}
    </Stack>
  )
}

function SheetCard({ sheet, actions }: { readonly sheet: SheetView; readonly actions: ImportActions }) {
  const [opened, { toggle }] = useDisclosure(false)
  const name = sheet.sheet === '' || sheet.file.startsWith(sheet.sheet) ? sheet.file : sheet.sheet
  const left = sheet.leftOut.filter(each => each.why !== 'hidden')
  return (
    <div className={classes.sheet} data-off={sheet.use ? undefined : ''}>
      <Group>
        <Checkbox
          label={name}
          checked={sheet.use}
          disabled={sheet.table === null}
          onChange={event => actions.setSheet(sheet.key, { use: event.currentTarget.checked })}
        />
        <Select
          aria-label={`What the rows of ${name} are`}
          data={tableChoices}
          value={sheet.table}
          placeholder="Not imported"
          clearable
          onChange={value => actions.setSheet(sheet.key, { table: value })}
        />
        {sheet.product && <Badge variant="light">{sheet.product}</Badge>}
        {sheet.hidden && <Badge color="orange">Hidden sheet</Badge>}
        <Text className={classes.soft}>{counted(sheet.records, 'row')}</Text>
        <Button size="compact-xs" variant="subtle" onClick={toggle} aria-expanded={opened}>
          Header in row {sheet.headerRow === null ? 'none' : sheet.headerRow + 1}
        </Button>
      </Group>
      <Text className={classes.soft}>{sheet.why}</Text>
      {left.map(each => (
        <Text key={each.why} className={classes.soft}>
          Left out as {each.why}: {counted(each.rows.length, 'row')} (
          {each.rows
            .slice(0, 8)
            .map(row => row + 1)
            .join(', ')}
          {each.rows.length > 8 ? ' …' : ''})
        </Text>
      ))}
      {sheet.hiddenColumns > 0 && (
        <Text className={classes.soft}>
          {counted(sheet.hiddenColumns, 'hidden column')} are read like the others.
        </Text>
      )}
      {sheet.hiddenRows > 0 && (
        <Checkbox
          mt={6}
          label={`Import the ${counted(sheet.hiddenRows, 'row')} that the file hides, too`}
          description="A saved filter often hides every lost deal."
          checked={!sheet.withoutHidden}
          onChange={event => actions.setSheet(sheet.key, { withoutHidden: !event.currentTarget.checked })}
        />
      )}
      <Collapse expanded={opened}>
        <table style={{ marginTop: 8, fontSize: 12 }}>
          <caption className="visually-hidden">Choose the row that holds the column names</caption>
          <tbody>
            {sheet.top.map((cells, row) => (
              <tr key={row}>
                <td>
                  <Button
                    size="compact-xs"
                    variant={row === sheet.headerRow ? 'filled' : 'default'}
                    onClick={() => actions.setSheet(sheet.key, { headerRow: row })}
                  >
                    Row {row + 1}
                  </Button>
                </td>
                {cells.map((cell, at) => (
                  <td key={at} className={classes.samples}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Collapse>
    </div>
  )
}
