/** Home: the warnings of the region by severity, the gravest topics first. */
import { Group } from '@mantine/core'
import { HomeList } from '../../records/home-list'
import { useOpenDeals, useWords } from '../../records/use-words'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { SeverityBadge } from '../../ui/part/severity-badge'
import { askWarnings, type WarningGroup } from './all-warnings'
import { warningSentence, warningTopics } from './warning-words'

const shown = 6

/** Topics that speak of the whole region come before those of single deals, since one decision settles them. */
const ofRegion: ReadonlySet<string> = new Set(['PL-W5', 'PL-W6', 'PL-W9'])
const rank = (group: WarningGroup): number =>
  (group.severity === 'block' ? 0 : group.severity === 'warn' ? 10 : 20) + (ofRegion.has(group.code) ? 0 : 1)

/** The card; nothing is drawn while there are no warnings. */
export function WarningsCard() {
  const words = useWords()
  const places = usePlaces()
  const openDeals = useOpenDeals()
  const groups = useQuery(askWarnings, useAsOf()).filter(each => each.open.length > 0)
  if (groups.length === 0) return null
  const show = (): void => places.go({ screen: 'measures', filters: { section: 'warnings' } })
  const count = (severity: WarningGroup['severity']): number =>
    groups.reduce((sum, each) => sum + (each.severity === severity ? each.open.length : 0), 0)
  const sorted = [...groups].sort((a, b) => rank(a) - rank(b) || b.open.length - a.open.length)
  return (
    <HomeList
      title="Warnings"
      sentence={
        <Group component="span" gap={8}>
          {(['block', 'warn', 'info'] as const)
            .filter(each => count(each) > 0)
            .map(each => (
              <span key={each}>
                <SeverityBadge severity={each} /> {words.number(count(each))}
              </span>
            ))}
        </Group>
      }
      lines={sorted.slice(0, shown).map(group => {
        const [first] = group.open
        const topic = warningTopics[group.code] ?? group.code
        const deals = [
          ...new Set(
            group.open.flatMap(each =>
              each.records.filter(one => one.table === 'opportunity').map(one => one.id),
            ),
          ),
        ]
        return {
          key: group.code,
          text:
            group.open.length === 1 && first
              ? warningSentence(first, words)
              : `${topic}: ${words.number(group.open.length)}`,
          ...(group.open.length > 1 && first ? { note: `such as ${warningSentence(first, words)}` } : {}),
          verbs: [
            deals.length > 0
              ? { label: 'Look', about: `Look at the deals: ${topic}`, onDo: () => openDeals(deals, topic) }
              : { label: 'Read', about: `Read the warnings: ${topic}`, onDo: show },
          ],
        }
      })}
      all={{ label: `Read all ${words.number(groups.length)} topics`, onDo: show }}
    />
  )
}
