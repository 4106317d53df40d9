/** The selected cell in full: its kind, its lock, the reason for its value, its history, and the open deals in it. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Proposal } from '#shared/forecast/calibration'
import type { Cell, CellKind } from '#shared/forecast/matrix'
import { useOpenDeals, useWords } from '../../records/use-words'
import { Figure } from '../../ui/part/figure'
import type { CellDeals } from './matrix-cells'
import { valueText } from './matrix-words'
import styles from './matrix.module.css'

/** Settings of `CellStrip`. */
interface CellStripProps {
  readonly name: string
  readonly meaning: string
  readonly cell: Cell
  readonly before: Cell | null
  readonly owed: boolean
  readonly proposal: Proposal | null
  readonly deals: CellDeals | null
  readonly editable: boolean
  readonly asOf: string
  /** How many cells of the selection the changes go to. */
  readonly selected: number
  readonly onKind: (kind: CellKind) => void
  readonly onLock: (locked: boolean) => void
  readonly onReason: (reason: string) => void
  readonly onAdopt: () => void
}

/** The strip. */
export function CellStrip(props: CellStripProps) {
  const { cell, before, proposal, deals, editable, name } = props
  const words = useWords()
  const openDeals = useOpenDeals()
  const open = cell.kind !== 'blocked'
  return (
    <section className={styles.strip} aria-label={`Cell ${name}`}>
      <header className={styles.stripHead}>
        <b>{name}</b>
        <span className={styles.faint}>{props.meaning}</span>
        {props.selected > 1 ? <span className={styles.faint}>{`and ${props.selected - 1} more`}</span> : null}
      </header>
      <dl className={styles.facts}>
        {open ? (
          <>
            <dt>Probability</dt>
            <dd>
              {valueText('poc', cell.poc)}
              {before && before.poc !== cell.poc ? (
                <span className={styles.faint}> was {valueText('poc', before.poc)}</span>
              ) : null}
            </dd>
            <dt>Time</dt>
            <dd>
              {cell.tuc} days
              {before && before.tuc !== cell.tuc ? (
                <span className={styles.faint}> was {before.tuc}</span>
              ) : null}
            </dd>
            <dt>History</dt>
            <dd>
              {cell.n === 0 ? (
                <span className={styles.faint}>
                  {cell.origin === 'expert'
                    ? 'none: set by management'
                    : 'none of its own: as the stage with the most visits'}
                </span>
              ) : (
                <>
                  {`${words.number(cell.wins)} of ${words.number(cell.n)} visits won`}
                  {cell.lo95 !== null && cell.hi95 !== null ? (
                    <span
                      className={styles.faint}
                    >{` (${valueText('poc', cell.lo95)} to ${valueText('poc', cell.hi95)})`}</span>
                  ) : null}
                </>
              )}
            </dd>
          </>
        ) : null}
        <dt>Open deals</dt>
        <dd>
          <Figure
            label={`Open deals in ${name}`}
            words={{
              measure: 'Open deals whose buying and sales status meet in this cell.',
              basis: `${words.number(deals?.ids.length ?? 0)} deals, ${words.money(deals?.amount ?? 0)}`,
              asOf: props.asOf,
              rule: open
                ? 'Cell of a deal (FC-1, FC-4)'
                : 'Blocked cell: not in the forecast, listed for repair (FC-8)',
            }}
            {...(deals && deals.ids.length > 0
              ? { onRecords: () => openDeals(deals.ids, `In cell ${name}`) }
              : {})}
          >
            {words.number(deals?.ids.length ?? 0)}
          </Figure>
          {deals ? <span className={styles.faint}> {words.money(deals.amount)}</span> : null}
        </dd>
        {proposal ? (
          <>
            <dt>Proposal</dt>
            <dd>
              {proposal.proposed ? (
                <>
                  {`${valueText('poc', proposal.repaired)}${proposal.tuc === null ? '' : `, ${Math.round(proposal.tuc)} days`}`}
                  <span className={styles.faint}>
                    {` ${proposal.wins} of ${proposal.n} won, ${valueText('poc', Math.round(proposal.low * 1000) / 1000)} to ${valueText('poc', Math.round(proposal.high * 1000) / 1000)} `}
                  </span>
                  {editable ? (
                    <Button size="compact-xs" variant="light" onClick={props.onAdopt}>
                      Adopt
                    </Button>
                  ) : null}
                </>
              ) : (
                <span className={styles.faint}>{`too thin: ${proposal.n} mature visits, 10 are needed`}</span>
              )}
            </dd>
          </>
        ) : null}
      </dl>
      {editable ? (
        <div className={styles.stripTools}>
          <NativeSelect
            size="xs"
            aria-label="Kind of cell"
            value={cell.kind}
            onChange={event => props.onKind(event.currentTarget.value as CellKind)}
            data={[
              { value: 'value', label: 'In use' },
              { value: 'check', label: 'Check: counts, and asks' },
              { value: 'blocked', label: 'Blocked: contradicts itself' },
            ]}
          />
          <Checkbox
            size="xs"
            label="Locked"
            checked={cell.locked}
            disabled={!open}
            onChange={event => props.onLock(event.currentTarget.checked)}
          />
          <ReasonInput
            key={`${name}/${cell.reason ?? ''}`}
            reason={cell.reason ?? ''}
            owed={props.owed}
            disabled={!open}
            selected={props.selected}
            onReason={props.onReason}
          />
        </div>
      ) : cell.reason ? (
        <p className={styles.faint}>Reason: {cell.reason}</p>
      ) : null}
    </section>
  )
}

function ReasonInput(props: {
  readonly reason: string
  readonly owed: boolean
  readonly disabled: boolean
  readonly selected: number
  readonly onReason: (reason: string) => void
}) {
  const [text, setText] = useState(props.reason)
  const hand = () => {
    if (text.trim() !== props.reason) props.onReason(text.trim())
  }
  return (
    <TextInput
      size="xs"
      className={styles.grow ?? ''}
      aria-label="Reason for the value"
      placeholder={
        props.owed
          ? 'A reason is owed: moved by 5 points or more, or out of its interval'
          : 'Reason for the value'
      }
      error={props.owed}
      disabled={props.disabled}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={hand}
      onKeyDown={event => {
        if (event.key === 'Enter') hand()
      }}
    />
  )
}
