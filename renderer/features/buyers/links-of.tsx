/** Whom a person influences and who influences them, with a form for a new tie: the keyboard's way to what a drag does. */
import { ActionIcon, Button, Group, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Id } from '#shared/base/id'
import { fieldsOf, type RecordOf } from '#shared/model/catalog'
import type { Buyer } from '#shared/strategy/buyer-map'
import type { DealMap } from '../../store/deal-map'
import { linkWord } from '../../records/buyer-graph'
import { TitledPart } from '../../ui/part/page-columns'
import styles from './buyers.module.css'
import type { MapEdits } from './use-map-edits'

type Link = RecordOf<'influenceLink'>

const choicesOf = (field: 'kind' | 'basis'): { value: string; label: string }[] =>
  (fieldsOf('influenceLink')[field]?.choices ?? []).map(each => ({ value: each.key, label: each.label }))

const strengths = [
  { value: '1', label: 'Weak (1)' },
  { value: '2', label: 'Middling (2)' },
  { value: '3', label: 'Strong (3)' },
]

/** The ties of one person. */
export function LinksOf(props: { readonly deal: DealMap; readonly buyer: Buyer; readonly edits: MapEdits }) {
  const { deal, buyer, edits } = props
  const { id } = buyer.role
  const [to, setTo] = useState<string | null>(null)
  const [kind, setKind] = useState<Link['kind']>('advises')
  const [strength, setStrength] = useState('2')
  const [basis, setBasis] = useState<Link['basis']>('assumed')
  const nameOf = (who: string): string =>
    deal.map.buyers.find(each => each.role.id === who)?.name ?? 'somebody'
  const mine = deal.map.links.filter(each => each.from === id || each.to === id)
  const add = async (): Promise<void> => {
    if (to === null) return
    const done = await edits.link({
      from: id,
      to: to as Id<'buyerRole'>,
      kind,
      strength: Number(strength),
      basis,
    })
    if (done.ok) setTo(null)
  }
  return (
    <TitledPart title="Influence">
      <ul className={styles.tests}>
        {mine.map(each => (
          <li key={each.id}>
            <span style={{ flex: 1 }}>
              {nameOf(each.from)} → {nameOf(each.to)}: {linkWord(each.kind).toLowerCase()}, {each.basis}
            </span>
            <Select
              aria-label={`Strength of the influence of ${nameOf(each.from)} on ${nameOf(each.to)}`}
              w={104}
              data={strengths}
              value={String(each.strength)}
              onChange={next =>
                void edits.save('Strength of an influence', edit =>
                  edit.set('influenceLink', each.id, { strength: Number(next ?? 1) }),
                )
              }
            />
            <ActionIcon
              aria-label={`Remove the influence of ${nameOf(each.from)} on ${nameOf(each.to)}`}
              onClick={() => void edits.unlink(each.id)}
            >
              <IconX size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <form
        onSubmit={event => {
          event.preventDefault()
          void add()
        }}
      >
        <Group gap={4} align="flex-end" grow>
          <Select
            label={`${buyer.name} influences`}
            placeholder="Whom"
            searchable
            data={deal.map.buyers
              .filter(each => each.role.id !== id)
              .map(each => ({ value: each.role.id, label: each.name }))}
            value={to}
            onChange={setTo}
          />
          <Select
            label="How"
            data={choicesOf('kind')}
            value={kind}
            onChange={next => setKind((next ?? 'advises') as Link['kind'])}
          />
        </Group>
        <Group gap={4} align="flex-end" grow mt={4}>
          <Select
            label="Strength"
            data={strengths}
            value={strength}
            onChange={next => setStrength(next ?? '2')}
          />
          <Select
            label="Basis"
            data={choicesOf('basis')}
            value={basis}
            onChange={next => setBasis((next ?? 'assumed') as Link['basis'])}
          />
          <Button type="submit" variant="light" disabled={to === null}>
            Draw the line
          </Button>
        </Group>
      </form>
    </TitledPart>
  )
}
