/** All warnings with their sentences, a way to the deals, and "accept with reason" (CV-9). */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Warning, Words } from '#shared/region/warning'
import { useAsOf, useQuery } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { askWarnings, type WarningGroup } from './all-warnings'
import { warningSentence, warningTopics } from './warning-words'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Acceptance } from '../../records/warning-lines'
import { usePlaces } from '../../store/use-place'

const dealsOf = (group: readonly Warning[]): readonly string[] => [
  ...new Set(
    group.flatMap(each => each.records.filter(one => one.table === 'opportunity').map(one => one.id)),
  ),
]

const shownAtOnce = 25

/** The section. */
export function WarningsSection() {
  const places = usePlaces()
  const groups = useQuery(askWarnings, useAsOf())
  const words = useWords()
  const openDeals = useOpenDeals()
  const [opened, setOpened] = useState<string | null>(null)
  if (groups.length === 0)
    return (
      <EmptyState
        title="No warnings"
        verb={{ label: 'Open the pipeline', onDo: () => places.go({ screen: 'pipeline' }) }}
      >
        Deals, plans, sheets, maps and reviews that need a decision are listed here.
      </EmptyState>
    )
  return (
    <>
      {groups.map(group => (
        <Panel
          key={group.code}
          title={warningTopics[group.code] ?? group.code}
          note={
            <>
              <SeverityBadge severity={group.severity} /> {words.number(group.open.length)} open
              {group.accepted.length > 0 ? `, ${words.number(group.accepted.length)} accepted` : ''}
            </>
          }
          tools={
            <Group gap="xs">
              {dealsOf(group.open).length > 0 ? (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => openDeals(dealsOf(group.open), warningTopics[group.code] ?? group.code)}
                >
                  Show the deals
                </Button>
              ) : null}
              <Button
                size="compact-xs"
                variant="default"
                aria-expanded={opened === group.code}
                onClick={() => setOpened(opened === group.code ? null : group.code)}
              >
                {opened === group.code ? 'Close' : 'Read'}
              </Button>
            </Group>
          }
        >
          {opened === group.code ? (
            <GroupList group={group} words={words} />
          ) : (
            <span>
              {group.open[0]
                ? warningSentence(group.open[0], words)
                : 'All of them are accepted with a reason.'}
            </span>
          )}
        </Panel>
      ))}
    </>
  )
}

function GroupList({ group, words }: { readonly group: WarningGroup; readonly words: Words }) {
  return (
    <ul className={styles.list}>
      {group.open.slice(0, shownAtOnce).map(each => (
        <li key={each.subject}>
          <span style={{ flex: 1 }}>{warningSentence(each, words)}</span>
          <Acceptance found={each} sentence={warningSentence(each, words)} />
        </li>
      ))}
      {group.open.length > shownAtOnce ? (
        <li className={styles.note}>
          and {words.number(group.open.length - shownAtOnce)} more: show the deals
        </li>
      ) : null}
      {group.accepted.slice(0, shownAtOnce).map(each => (
        <li key={each.subject} className={styles.note}>
          {warningSentence(each, words)} Accepted on {each.accepted?.on}: {each.accepted?.reason}
        </li>
      ))}
    </ul>
  )
}
