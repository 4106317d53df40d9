/** All warnings with their sentences, a way to the deals, and "accept with reason" (CV-9). */
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { processSentence } from '#shared/process/warning-sentence'
import type { Warning, Words } from '#shared/region/warning'
import { strategySentence } from '#shared/strategy/strategy-sentence'
import { useAsOf, useQuery } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { Panel } from '../../ui/part/panel'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { askWarnings, type WarningGroup } from './all-warnings'
import styles from './measures.module.css'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Acceptance } from '../../records/warning-lines'

const topics: Readonly<Record<string, string>> = {
  'CY-W1': 'Cycle without exactly one closing step',
  'CY-W2': 'Step without an exit criterion',
  'CY-W3': 'Plan and CRM close apart',
  'CY-W4': 'No plan',
  'CY-W5': 'Step overdue',
  'CY-W6': 'Mandatory step removed without a reason',
  'CY-W7': 'Planned duration is off',
  'CY-W8': 'Buyer’s date missed',
  'CY-W9': 'Plan on an older version',
  'PL-W1': 'No next step',
  'PL-W2': 'Stuck',
  'PL-W3': 'Stale',
  'PL-W4': 'Dead by age',
  'PL-W5': 'Coverage is short',
  'PL-W6': 'Creation fell',
  'PL-W7': 'Evidence is old',
  'PL-W8': 'Suspect overdue for review',
  'PL-W9': 'Too much with one rep',
  'PL-W10': 'Ratios of too few deals',
  'SS-W1': 'No strategy sheet',
  'SS-W2': 'Obstacle without an action',
  'SS-W3': 'Action overdue',
  'SS-W4': 'No obstacle named',
  'SS-W5': 'No competition or status quo',
  'SS-W6': 'Factors are old',
  'SS-W7': 'The same obstacle again and again',
  'BR-W1': 'Two economic buyers',
  'BR-W2': 'Someone has left',
  'BR-W3': 'Circle of reporting lines',
  'RV-W1': 'Too little known of a forecast deal',
}

const sentenceOf = (found: Warning, words: Words): string =>
  processSentence(found, words) ?? strategySentence(found, words) ?? found.code

const dealsOf = (group: readonly Warning[]): readonly string[] => [
  ...new Set(
    group.flatMap(each => each.records.filter(one => one.table === 'opportunity').map(one => one.id)),
  ),
]

const shownAtOnce = 25

/** The section. */
export function WarningsSection() {
  const groups = useQuery(askWarnings, useAsOf())
  const words = useWords()
  const openDeals = useOpenDeals()
  const [opened, setOpened] = useState<string | null>(null)
  if (groups.length === 0)
    return (
      <EmptyState title="No warnings">
        Deals, plans, sheets, maps and reviews that need a decision are listed here.
      </EmptyState>
    )
  return (
    <>
      {groups.map(group => (
        <Panel
          key={group.code}
          title={topics[group.code] ?? group.code}
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
                  onClick={() => openDeals(dealsOf(group.open), topics[group.code] ?? group.code)}
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
              {group.open[0] ? sentenceOf(group.open[0], words) : 'All of them are accepted with a reason.'}
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
          <span style={{ flex: 1 }}>{sentenceOf(each, words)}</span>
          <Acceptance found={each} sentence={sentenceOf(each, words)} />
        </li>
      ))}
      {group.open.length > shownAtOnce ? (
        <li className={styles.note}>
          and {words.number(group.open.length - shownAtOnce)} more: show the deals
        </li>
      ) : null}
      {group.accepted.slice(0, shownAtOnce).map(each => (
        <li key={each.subject} className={styles.note}>
          {sentenceOf(each, words)} Accepted on {each.accepted?.on}: {each.accepted?.reason}
        </li>
      ))}
    </ul>
  )
}
