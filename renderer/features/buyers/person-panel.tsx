/** One person of a map: roles with what they rest on, rating with its evidence, the champion test, ties and the warm way. */
import { Button, Group, SegmentedControl, Select, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import type { Id } from '#shared/base/id'
import { fail, ok } from '#shared/base/result'
import { fieldsOf } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import type { Buyer } from '#shared/strategy/buyer-map'
import { basisIn, holdRole, roleLabel, type Basis } from '#shared/strategy/hold-role'
import { ratingAge } from '#shared/strategy/rating-rule'
import { FieldRow } from '../../fields/field-row'
import { surroundings } from '../../records/field-surroundings'
import type { DealMap } from '../../store/deal-map'
import { usePlaces } from '../../store/use-place'
import { useAsOf, useRegion, useRegionCurrency } from '../../store/use-region'
import { lastTalkWords, stateWords } from '../../records/buyer-words'
import { TitledPart } from '../../ui/part/page-columns'
import styles from './buyers.module.css'
import { LinksOf } from './links-of'
import type { MapEdits } from './use-map-edits'
import { WarmWay } from './warm-way'

const basisWords: readonly { readonly value: Basis | 'none'; readonly label: string }[] = [
  { value: 'none', label: 'No' },
  { value: 'assumed', label: 'Assumed' },
  { value: 'observed', label: 'Observed' },
  { value: 'stated', label: 'Stated' },
]

const first: readonly string[] = ['influence', 'rating', 'ratingEvidence', 'mode', 'buying']
const tested: readonly string[] = ['hasPower', 'winPersonal', 'soldForUs', 'soldForUsOn']
const more: readonly string[] = [
  'resultBusiness',
  'exitCriteria',
  'mobiliser',
  'adaptability',
  'coverage',
  'lastTwoWay',
  'contactOwner',
]

/** The panel. */
export function PersonPanel(props: {
  readonly deal: DealMap
  readonly buyer: Buyer
  readonly vocabulary: string
  readonly edits: MapEdits
  readonly onPerson: (id: string | null) => void
}) {
  const { deal, buyer, vocabulary, edits } = props
  const { role, person, name } = buyer
  const asOf = useAsOf()
  const places = usePlaces()
  const region = useRegion('rep', 'person')
  const context = surroundings(region, role as unknown as Values, useRegionCurrency())
  const fields = fieldsOf('buyerRole')
  const field = (key: string) => {
    const one = fields[key]
    return one ? (
      <FieldRow
        key={key}
        field={one}
        value={(role as unknown as Values)[key]}
        context={context}
        onValue={async value => {
          const done = await edits.set(role.id, { [key]: value }, `${one.label} of ${name}`)
          return done.ok ? ok(null) : fail(done.problem)
        }}
      />
    ) : null
  }
  const age = ratingAge(role, asOf)
  return (
    <Stack gap="xs">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="xs" c="dimmed">
          {[person?.title, person?.department, stateWords[buyer.state], lastTalkWords(buyer, asOf)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Group gap={4}>
        {person ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => places.open({ table: 'person', id: person.id }, { tab: 'overview' })}
          >
            Open the person
          </Button>
        ) : (
          <NameThem deal={deal} buyer={buyer} edits={edits} />
        )}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            void edits.remove(role.id)
            props.onPerson(null)
          }}
        >
          Take off the map
        </Button>
      </Group>
      <TitledPart title="Roles and what they rest on">
        {(deal.map.words.get(vocabulary) ?? []).map(each => (
          <div key={each.key} className={styles.roleLine} title={each.meaning}>
            <span>{roleLabel({ role: each }, buyer.champion)}</span>
            <SegmentedControl
              aria-label={`${each.label}: what it rests on`}
              data={[...basisWords]}
              value={basisIn(role.roles, deal.map.words, vocabulary, each.key) ?? 'none'}
              onChange={next =>
                void edits.set(
                  role.id,
                  {
                    roles: holdRole(
                      role.roles,
                      deal.map.words,
                      vocabulary,
                      each.key,
                      next === 'none' ? null : (next as Basis),
                    ),
                  },
                  `${each.label}: ${name}`,
                )
              }
            />
          </div>
        ))}
      </TitledPart>
      <TitledPart title="Standing">
        <Select
          label="Reports to"
          data={deal.map.buyers
            .filter(each => each.role.id !== role.id)
            .map(each => ({ value: each.role.id, label: each.name }))}
          value={role.reportsTo}
          clearable
          searchable
          onChange={next => void edits.report(role.id, next as Id<'buyerRole'> | null)}
        />
        {first.map(field)}
        <Text size="xs" c={age && (age.old || !age.evidenced) ? 'var(--qd-warn)' : 'dimmed'} px={8}>
          {age === null
            ? 'Not rated. Rate from −5 (against us) to +5 (for us).'
            : `Rated ${age.days === null ? 'on an unknown day' : `${age.days} days ago`}${age.old ? ': old, confirm it' : ''}${age.evidenced ? '' : ', without evidence'}.`}
        </Text>
      </TitledPart>
      <Champion buyer={buyer} />
      <div>{tested.map(field)}</div>
      <LinksOf deal={deal} buyer={buyer} edits={edits} />
      <WarmWay deal={deal} buyer={buyer} />
      <TitledPart title="More">{more.map(field)}</TitledPart>
    </Stack>
  )
}

/** BR-2 as three lines, each met or not. */
function Champion({ buyer: { champion } }: { readonly buyer: Buyer }) {
  const tests: readonly (readonly [boolean, string])[] = [
    [champion.known, 'Coach by what was said or seen, not assumed'],
    [champion.power, 'Has power, or access to it'],
    [champion.personalWin, 'Has a personal win in it'],
    [champion.soldForUs, 'Has sold for us while we were away, with a day'],
  ]
  return (
    <TitledPart
      title={`Champion test: ${champion.passed ? 'champion' : champion.known ? 'friend or coach' : 'not a champion'}`}
    >
      <ul className={styles.tests}>
        {tests.map(([met, text]) => (
          <li key={text}>
            {met ? (
              <IconCircleCheck size={14} color="var(--qd-ok)" aria-hidden />
            ) : (
              <IconCircleDashed size={14} color="var(--qd-ink-faint)" aria-hidden />
            )}
            <span>
              {text}
              <VisuallyHidden>{met ? ': met' : ': not met'}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ul>
    </TitledPart>
  )
}

/** Says who an unknown person is: somebody of the account. */
function NameThem(props: { readonly deal: DealMap; readonly buyer: Buyer; readonly edits: MapEdits }) {
  const { deal, buyer, edits } = props
  const region = useRegion('person')
  const there = new Set(deal.map.buyers.map(each => each.person?.id))
  const people = deal.row.deal.account
    ? region.where('person', 'account', deal.row.deal.account).filter(each => !there.has(each.id))
    : []
  return (
    <Select
      aria-label={`Who is ${buyer.name}`}
      placeholder="Who is it?"
      searchable
      nothingFoundMessage="Nobody else is known at this account. Add a person from a signature."
      data={people.map(each => ({
        value: each.id,
        label: [each.name, each.title].filter(Boolean).join(', '),
      }))}
      value={null}
      onChange={next => {
        if (next)
          void edits.set(
            buyer.role.id,
            { person: next as Id<'person'> },
            `${buyer.name} is ${region.get('person', next as Id<'person'>)?.name ?? 'known'}`,
          )
      }}
    />
  )
}
