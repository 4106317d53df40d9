/** The force field: what works for us and against us as bars from the middle, and in the middle the actions with lines to their factors. */
import { VisuallyHidden } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { RecordOf } from '#shared/model/catalog'
import type { Factor, StrategyAction } from '#shared/model/workbench'
import { countedEffect, effectiveWeight } from '#shared/strategy/force-field'
import { slotQuestion, type OpenSlot } from '#shared/strategy/open-slots'
import { categoryWords, intentWords, percentText, statusWords, weightText } from './factor-words'
import styles from './strategy.module.css'

/** An action as it stands on the board. */
export interface BoardAction {
  readonly link: StrategyAction
  readonly action: RecordOf<'actionItem'>
  readonly owner: string
  readonly late: boolean
}

/** Settings of `ForceBoard`. Without the callbacks it is a frozen version that can only be read. */
interface ForceBoardProps {
  readonly factors: readonly Factor[]
  readonly actions: readonly BoardAction[]
  readonly slots: readonly OpenSlot[]
  /** Ids of factors that changed against another version, with what changed. */
  readonly changed?: ReadonlyMap<string, string>
  readonly onFactor?: (factor: Factor) => void
  readonly onWeight?: (factor: Factor, weight: number) => void
  readonly onAction?: (action: BoardAction) => void
  readonly onSlot?: (slot: OpenSlot) => void
  readonly onAdd?: (direction: Factor['direction']) => void
}

const rowHeight = 66
const middle = 300
const reach = 44

/** The board. */
export function ForceBoard(props: ForceBoardProps) {
  const { factors, actions, slots } = props
  const column = (direction: Factor['direction']) =>
    factors
      .filter(each => each.direction === direction)
      .sort((a, b) => Number(a.status === 'invalid') - Number(b.status === 'invalid') || b.weight - a.weight)
  const [favour, against] = [column('favour'), column('against')]
  const side = (name: OpenSlot['side']) => slots.filter(each => each.side === name)
  const rows = Math.max(
    favour.length + side('favour').length,
    against.length + side('against').length,
    actions.length + side('middle').length,
    1,
  )
  const y = (index: number): number => index * rowHeight + rowHeight / 2 - 3
  const lines = actions.flatMap(({ link, action }, at) =>
    link.factors.flatMap(id => {
      const left = favour.findIndex(each => each.id === id)
      const right = against.findIndex(each => each.id === id)
      if (left < 0 && right < 0) return []
      return [
        {
          key: `${link.id}/${id}`,
          d:
            left >= 0
              ? `M${reach} ${y(at)} C${reach / 2} ${y(at)} ${reach / 2} ${y(left)} 0 ${y(left)}`
              : `M${middle - reach} ${y(at)} C${middle - reach / 2} ${y(at)} ${middle - reach / 2} ${y(right)} ${middle} ${y(right)}`,
          done: action.state === 'done',
        },
      ]
    }),
  )
  return (
    <div className={styles.board}>
      <h3 className={styles.columnHead}>For us</h3>
      <h3 className={styles.columnHead}>What we do</h3>
      <h3 className={styles.columnHead}>Against us</h3>
      <ul className={styles.column} aria-label="For us">
        {favour.map(each => (
          <FactorRow key={each.id} factor={each} {...props} />
        ))}
        {side('favour').map(each => (
          <SlotRow key={each.key} slot={each} onSlot={props.onSlot} />
        ))}
        {props.onAdd ? <AddRow label="Add what works for us" onAdd={() => props.onAdd?.('favour')} /> : null}
      </ul>
      <div className={styles.middle}>
        <svg
          className={styles.lines}
          width={middle}
          height={rows * rowHeight}
          viewBox={`0 0 ${middle} ${rows * rowHeight}`}
          aria-hidden
        >
          {lines.map(each => (
            <path key={each.key} d={each.d} data-done={each.done || undefined} />
          ))}
        </svg>
        <ul className={styles.column} aria-label="What we do">
          {actions.map(each => (
            <li key={each.link.id}>
              <ActionRow board={each} onAction={props.onAction} />
            </li>
          ))}
          {side('middle').map(each => (
            <SlotRow key={each.key} slot={each} onSlot={props.onSlot} />
          ))}
        </ul>
      </div>
      <ul className={styles.column} aria-label="Against us">
        {against.map(each => (
          <FactorRow key={each.id} factor={each} {...props} />
        ))}
        {side('against').map(each => (
          <SlotRow key={each.key} slot={each} onSlot={props.onSlot} />
        ))}
        {props.onAdd ? (
          <AddRow label="Add what works against us" onAdd={() => props.onAdd?.('against')} />
        ) : null}
      </ul>
    </div>
  )
}

function FactorRow({ factor, changed, onFactor, onWeight }: { readonly factor: Factor } & ForceBoardProps) {
  const counts = effectiveWeight(factor)
  const note = [
    categoryWords[factor.category],
    factor.status === 'open' ? null : statusWords[factor.status],
    (factor.evidence ?? '').trim() === '' ? 'no evidence' : factor.evidenceOn,
    countedEffect(factor) > 0 && factor.direction === 'against'
      ? `${percentText(countedEffect(factor))} neutralised`
      : null,
    changed?.get(factor.id) ?? null,
  ]
    .filter(Boolean)
    .join(' · ')
  const keys = (event: KeyboardEvent): void => {
    const weight = Number(event.key)
    if (!onWeight || event.ctrlKey || event.altKey || event.metaKey || !(weight >= 1 && weight <= 5)) return
    event.preventDefault()
    if (weight !== factor.weight) onWeight(factor, weight)
  }
  return (
    <li>
      <button
        type="button"
        className={styles.factor}
        data-side={factor.direction}
        data-invalid={factor.status === 'invalid' || undefined}
        data-changed={changed?.has(factor.id) || undefined}
        disabled={!onFactor}
        onClick={() => onFactor?.(factor)}
        onKeyDown={keys}
      >
        <span className={styles.words}>
          <span className={styles.text}>{factor.text}</span>
          <span className={styles.note}>{note}</span>
        </span>
        <span className={styles.weight}>
          <span className={styles.bar} style={{ width: `${factor.weight * 20}%` }}>
            <span
              className={styles.fill}
              style={{ width: `${factor.weight > 0 ? (counts / factor.weight) * 100 : 0}%` }}
            />
          </span>
          <VisuallyHidden>
            {counts === factor.weight ? 'weight ' : `weight ${factor.weight}, counts `}
          </VisuallyHidden>
          <span className={styles.number}>{weightText(counts)}</span>
        </span>
      </button>
    </li>
  )
}

function ActionRow({
  board,
  onAction,
}: {
  readonly board: BoardAction
  readonly onAction: ForceBoardProps['onAction']
}) {
  const { link, action, owner, late } = board
  return (
    <button
      type="button"
      className={styles.action}
      data-state={action.state}
      data-late={late || undefined}
      disabled={!onAction}
      onClick={() => onAction?.(board)}
    >
      <span className={styles.text}>{action.text}</span>
      <span className={styles.note}>
        {[
          intentWords[link.intent],
          owner || 'nobody yet',
          action.state === 'done'
            ? `done ${action.doneOn ?? ''}`
            : action.state === 'cancelled'
              ? 'dropped'
              : action.dueOn
                ? `${late ? 'overdue since' : 'due'} ${action.dueOn}`
                : 'no date',
        ].join(' · ')}
      </span>
    </button>
  )
}

function SlotRow({ slot, onSlot }: { readonly slot: OpenSlot; readonly onSlot: ForceBoardProps['onSlot'] }) {
  return (
    <li>
      <button
        type="button"
        className={styles.slot}
        data-side={slot.side}
        disabled={!onSlot}
        onClick={() => onSlot?.(slot)}
      >
        {slotQuestion(slot)}
      </button>
    </li>
  )
}

function AddRow({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <li>
      <button type="button" className={styles.add} onClick={onAdd}>
        <IconPlus size={14} aria-hidden /> {label}
      </button>
    </li>
  )
}
