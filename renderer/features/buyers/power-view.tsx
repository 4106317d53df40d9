/** Power and support: who has how much influence, and where they stand; people are dropped or moved into another field. */
import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import type { Buyer } from '#shared/strategy/buyer-map'
import type { DealMap } from '../../store/deal-map'
import { ratingText, ratingTone } from '../../records/buyer-words'
import styles from './buyers.module.css'
import type { MapEdits } from './use-map-edits'

type Influence = RecordOf<'buyerRole'>['influence']

const bands: readonly (readonly [Influence, string])[] = [
  ['high', 'High influence'],
  ['medium', 'Medium influence'],
  ['low', 'Low influence'],
  [null, 'Influence not known'],
]

const sides: readonly {
  readonly key: string
  readonly title: string
  readonly holds: (rating: number | null) => boolean
}[] = [
  { key: 'against', title: 'Against us (−5 to −3)', holds: rating => rating !== null && rating <= -3 },
  { key: 'doubting', title: 'Doubting (−2, −1)', holds: rating => rating === -1 || rating === -2 },
  { key: 'unknown', title: 'Not rated', holds: rating => rating === null || rating === 0 },
  { key: 'going', title: 'Going along (+1, +2)', holds: rating => rating === 1 || rating === 2 },
  { key: 'for', title: 'For us (+3 to +5)', holds: rating => rating !== null && rating >= 3 },
]

/** The fields. A drop changes the influence; support is rated with evidence, on the person. */
export function PowerView(props: {
  readonly deal: DealMap
  readonly edits: MapEdits
  readonly onPerson: (id: string) => void
}) {
  const { deal, edits, onPerson } = props
  const [over, setOver] = useState<string | null>(null)
  const move = (id: string, influence: Influence): void => {
    const buyer = deal.map.buyers.find(each => each.role.id === id)
    if (buyer && buyer.role.influence !== influence)
      void edits.set(buyer.role.id, { influence }, `Influence of ${buyer.name}`)
  }
  return (
    <div className={styles.power} role="table" aria-label="Power and support">
      <div role="row" className={styles.powerRow}>
        <span role="columnheader" />
        {sides.map(side => (
          <span key={side.key} role="columnheader" className={styles.powerHead}>
            {side.title}
          </span>
        ))}
      </div>
      {bands.map(([influence, title]) => (
        <div key={title} role="row" className={styles.powerRow}>
          <span role="rowheader" className={styles.powerHead}>
            {title}
          </span>
          {sides.map(side => (
            <div
              key={side.key}
              role="cell"
              className={styles.powerCell}
              data-over={over === title || undefined}
              onDragOver={event => {
                event.preventDefault()
                setOver(title)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={event => {
                setOver(null)
                move(event.dataTransfer.getData('text/plain'), influence)
              }}
            >
              {deal.map.buyers
                .filter(
                  ({ role, state }) =>
                    role.influence === influence && side.holds(role.rating) && state !== 'gone',
                )
                .map(each => (
                  <PowerChip key={each.role.id} buyer={each} onPerson={onPerson} onMove={move} />
                ))}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function PowerChip(props: {
  readonly buyer: Buyer
  readonly onPerson: (id: string) => void
  readonly onMove: (id: string, influence: Influence) => void
}) {
  const { buyer, onPerson, onMove } = props
  const { id, rating } = buyer.role
  return (
    <Menu>
      <Menu.Target>
        <button
          type="button"
          className={styles.powerChip}
          draggable
          onDragStart={event => event.dataTransfer.setData('text/plain', id)}
          aria-label={`${buyer.name}, rated ${ratingText(rating)}`}
        >
          {buyer.name}{' '}
          <span className={styles.mark} data-tone={ratingTone(rating)}>
            {ratingText(rating)}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onPerson(id)}>Show {buyer.name}</Menu.Item>
        <Menu.Divider />
        {bands.map(([influence, title]) => (
          <Menu.Item key={title} onClick={() => onMove(id, influence)}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
