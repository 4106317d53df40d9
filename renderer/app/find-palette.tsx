/** One box for everything: records, screens and commands, by name. */
import { Spotlight } from '@mantine/spotlight'
import { memo, useDeferredValue, useState, useSyncExternalStore } from 'react'
import { commands, keyLabel } from '#shared/bridge/commands'
import { foldText } from '#shared/base/text'
import { catalog } from '#shared/model/catalog'
import { findableTables, findRecords, type Found } from '#shared/region/find'
import { isMac } from '../host/bridge'
import { useCommands } from '../host/command-desk'
import { titlesOf } from '../store/titles'
import { usePlaces } from '../store/use-place'
import { useRegionStore } from '../store/use-region'

/** The palette; opens by the command "Find records and commands". */
export const FindPalette = memo(function FindPalette() {
  const [asked, setAsked] = useState('')
  return (
    <Spotlight.Root
      query={asked}
      onQueryChange={setAsked}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      lockScroll={false}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
    >
      <Spotlight.Search
        placeholder="Find records, screens and commands"
        aria-label="Find"
        onKeyDown={event => {
          // Enter takes the first finding where no arrow key has chosen another.
          if (event.key === 'Enter' && !document.querySelector('[data-action][data-selected]'))
            document.querySelector<HTMLElement>('[data-action]')?.click()
        }}
      />
      <Spotlight.ActionsList aria-label="Findings">
        <Findings asked={asked} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
})

function Findings({ asked }: { readonly asked: string }) {
  const { region } = useRegionStore()
  const desk = useCommands()
  const places = usePlaces()
  useSyncExternalStore(desk.subscribe, () => desk.version)
  const wanted = useDeferredValue(asked)
  const words = foldText(wanted).split(' ')
  const named = commands.filter(
    each => desk.answers(each.id) && words.every(word => foldText(each.title).includes(word)),
  )
  const found =
    wanted.trim().length > 1
      ? findRecords(
          findableTables.map(table => titlesOf(region, table)),
          wanted,
        )
      : []
  const tables = [...new Set(found.map(each => each.table))]
  const open = (each: Found): void => places.open({ table: each.table, id: each.id })
  return (
    <>
      {tables.map(table => (
        <Spotlight.ActionsGroup label={catalog[table].many} key={table}>
          {found
            .filter(each => each.table === table)
            .map(each => (
              <Spotlight.Action key={each.id} label={each.title} onClick={() => open(each)} />
            ))}
        </Spotlight.ActionsGroup>
      ))}
      {named.length > 0 && (
        <Spotlight.ActionsGroup label="Commands">
          {named.map(each => (
            <Spotlight.Action
              key={each.id}
              label={each.title}
              rightSection={each.key ? <kbd>{keyLabel(each.key, isMac)}</kbd> : null}
              onClick={() => desk.run(each.id)}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {named.length + found.length === 0 && (
        <Spotlight.Empty>Nothing is called “{wanted}”. Try fewer letters.</Spotlight.Empty>
      )}
    </>
  )
}
