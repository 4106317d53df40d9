/** The tools over the heat grid: which matrix, what of it, and edits of many cells at once. */
import { Button, NumberInput, Popover, SegmentedControl, Slider, Tooltip } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Measure } from '#shared/forecast/matrix'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import type { Show } from './matrix-view'
import styles from './matrix.module.css'

/** Settings of `MatrixTools`. */
interface MatrixToolsProps {
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly show: Show
  readonly onShow: (show: Show) => void
  readonly editable: boolean
  /** How many cells are selected, and whether they form more than a line or a single cell. */
  readonly selected: number
  readonly violations: number
  readonly hasProposals: boolean
  readonly onScale: (factor: number) => void
  readonly onInterpolate: () => void
  readonly onRestore: () => void
  /** The share of history in a blend, while it is tried; null when that has ended. */
  readonly onTryBlend: (share: number | null) => void
  readonly onBlend: (share: number) => void
  readonly onRevert: () => void
  readonly canRevert: boolean
}

const shows: readonly { readonly value: Show; readonly label: string }[] = [
  { value: 'value', label: 'Value' },
  { value: 'change', label: 'Change' },
  { value: 'interval', label: 'Interval' },
  { value: 'n', label: 'n' },
  { value: 'deals', label: 'Open deals' },
  { value: 'proposal', label: 'Proposal' },
]

/** The tools. */
export function MatrixTools(props: MatrixToolsProps) {
  const { editable, selected } = props
  const why = editable ? undefined : 'Only a draft can be edited'
  return (
    <Toolbar label="Matrix tools">
      <SegmentedControl
        size="xs"
        aria-label="Matrix"
        value={props.measure}
        onChange={value => props.onMeasure(value as Measure)}
        data={[
          { value: 'poc', label: 'Probability' },
          { value: 'tuc', label: 'Time' },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="Shown in the cells"
        value={props.show}
        onChange={value => props.onShow(value as Show)}
        data={[...shows]}
      />
      <ToolbarPush />
      <Scale disabled={!editable} why={why} selected={selected} onScale={props.onScale} />
      <Tool
        label="Interpolate"
        disabled={!editable || selected < 3}
        why={why ?? 'Select a range of three cells or more: its corners stay, the rest is laid between them'}
        onDo={props.onInterpolate}
      />
      <Tool
        label="Restore order"
        disabled={!editable || props.violations === 0}
        why={
          why ??
          (props.violations === 0
            ? 'The matrix is in order'
            : 'Moves cells as little as possible until no probability falls and no time rises')
        }
        onDo={props.onRestore}
      />
      <Blend
        disabled={!editable || !props.hasProposals}
        why={why ?? (props.hasProposals ? undefined : 'Calibrate first: there is no proposal to blend with')}
        onTry={props.onTryBlend}
        onBlend={props.onBlend}
      />
      <Tool
        label="Revert"
        disabled={!editable || !props.canRevert}
        why={why ?? 'Puts the selected cells back to the version before'}
        onDo={props.onRevert}
      />
    </Toolbar>
  )
}

function Tool(props: {
  readonly label: string
  readonly disabled: boolean
  readonly why: string | undefined
  readonly onDo: () => void
}) {
  const button = (
    <Button size="compact-xs" variant="default" disabled={props.disabled} onClick={props.onDo}>
      {props.label}
    </Button>
  )
  return props.why === undefined ? button : <Tooltip label={props.why}>{<span>{button}</span>}</Tooltip>
}

function Drop(props: {
  readonly label: string
  readonly disabled: boolean
  readonly why: string | undefined
  readonly children: (close: () => void) => ReactNode
  readonly onClose?: () => void
}) {
  const [opened, setOpened] = useState(false)
  const close = () => {
    setOpened(false)
    props.onClose?.()
  }
  return (
    <Popover
      opened={opened}
      onChange={open => (open ? setOpened(true) : close())}
      trapFocus
      returnFocus
      width={240}
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          disabled={props.disabled}
          title={props.why}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          {props.label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={props.label}>{props.children(close)}</Popover.Dropdown>
    </Popover>
  )
}

function Scale(props: {
  readonly disabled: boolean
  readonly why: string | undefined
  readonly selected: number
  readonly onScale: (factor: number) => void
}) {
  const [percent, setPercent] = useState<number | string>(90)
  const factor = typeof percent === 'number' ? percent / 100 : NaN
  return (
    <Drop label="Scale" disabled={props.disabled} why={props.why}>
      {close => (
        <form
          onSubmit={event => {
            event.preventDefault()
            if (!(factor > 0)) return
            props.onScale(factor)
            close()
          }}
        >
          <NumberInput
            size="xs"
            data-autofocus
            label={`Scale ${props.selected === 1 ? 'the selected cell' : `${props.selected} selected cells`} to`}
            description="A click on a heading selects its row or column"
            suffix=" %"
            min={1}
            max={1000}
            value={percent}
            onChange={setPercent}
          />
          <Button mt={8} size="xs" type="submit" fullWidth>
            Scale
          </Button>
        </form>
      )}
    </Drop>
  )
}

function Blend(props: {
  readonly disabled: boolean
  readonly why: string | undefined
  readonly onTry: (share: number | null) => void
  readonly onBlend: (share: number) => void
}) {
  const [share, setShare] = useState(50)
  return (
    <Drop label="Blend" disabled={props.disabled} why={props.why} onClose={() => props.onTry(null)}>
      {close => (
        <>
          <p className={styles.label}>{`${share} % history, ${100 - share} % these values`}</p>
          <Slider
            label={null}
            data-autofocus
            thumbLabel="Share of history"
            value={share}
            onChange={value => {
              setShare(value)
              props.onTry(value / 100)
            }}
          />
          <Button
            mt={12}
            size="xs"
            fullWidth
            onClick={() => {
              props.onBlend(share / 100)
              close()
            }}
          >
            Blend all proposed cells
          </Button>
        </>
      )}
    </Drop>
  )
}
