/** A chart whose title is its finding, with its table, copies, keyboard and a way from every mark to its records. */
import { ActionIcon, Menu, useComputedColorScheme } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { saveBlob, svgOf } from './chart-image'
import { tableText, type ChartMark, type ChartTable } from './chart-table'
import styles from './chart.module.css'
import { drawChart, type ChartOption, type DrawnChart } from './echarts-core'
import { dressOption } from './dress-option'
import { chartColours, type ChartColours } from './palette'

/** Settings of `Chart`. */
interface ChartProps {
  /** The finding, as a sentence with its numbers. */
  readonly title: string
  /** The measure, n and the as-of date. */
  readonly subtitle: string
  /** The ECharts option for a set of colours; axes name their units. Keep it stable while nothing changed. */
  readonly option: (colours: ChartColours) => ChartOption
  readonly table: ChartTable
  /** The marks in reading order, for the keyboard; those without a way to records may be left out. */
  readonly marks?: readonly ChartMark[]
  readonly onOpen?: (mark: ChartMark) => void
  readonly height?: number
  /** The name of saved pictures, without ending. */
  readonly fileName?: string
}

/** The chart with its words and tools. */
export function Chart(props: ChartProps) {
  const { title, subtitle, option, table, marks, height = 260 } = props
  const scheme = useComputedColorScheme('light')
  const colours = chartColours[scheme]
  const canvas = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnChart | null>(null)
  const [asTable, setAsTable] = useState(false)
  const [at, setAt] = useState(-1)
  const dressed = useMemo(() => dressOption(option(colours), colours, title), [option, colours, title])
  const mark = marks?.[at] ?? null

  const clicked = useEffectEvent((series: number, datum: number) => {
    const found = marks?.find(one => one.series === series && one.datum === datum)
    if (found) props.onOpen?.(found)
  })
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const chart = drawChart(element, 'canvas')
    chart.on('click', event => {
      if (event.seriesIndex !== undefined) clicked(event.seriesIndex, event.dataIndex)
    })
    const observer = new ResizeObserver(() => {
      chart.resize()
      setDrawn(chart)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      chart.dispose()
      setDrawn(null)
    }
  }, [asTable])
  useEffect(() => {
    if (drawn && !drawn.isDisposed()) drawn.setOption(dressed, { notMerge: true })
  }, [drawn, dressed])

  const show = (next: number) => {
    if (!marks || marks.length === 0) return
    const index = (next + marks.length) % marks.length
    const one = marks[index]
    setAt(index)
    drawn?.dispatchAction({ type: 'downplay' })
    drawn?.dispatchAction({ type: 'highlight', seriesIndex: one?.series, dataIndex: one?.datum })
  }
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!marks || marks.length === 0) return
    const { key } = event
    if (key === 'ArrowRight' || key === 'ArrowDown') show(at + 1)
    else if (key === 'ArrowLeft' || key === 'ArrowUp') show(at < 0 ? -1 : at - 1)
    else if (key === 'Home') show(0)
    else if (key === 'End') show(-1)
    else if ((key === 'Enter' || key === ' ') && mark) props.onOpen?.(mark)
    else return
    event.preventDefault()
  }
  const fileName = props.fileName ?? 'chart'
  const savePng = () => {
    if (!drawn) return
    const image = drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.surface })
    saveBlob(image, `${fileName}.png`)
  }
  // A picture without a ground of its own is put on paper, so that it is drawn for it.
  const saveSvg = () => {
    const { light } = chartColours
    const paper = dressOption({ backgroundColor: light.surface, ...option(light) }, light, title)
    saveBlob(svgOf(paper, canvas.current, height), `${fileName}.svg`)
  }
  const copyImage = async () => {
    if (!drawn) return
    const image = drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: colours.surface })
    const bytes = Uint8Array.from(atob(image.slice(image.indexOf(',') + 1)), char => char.charCodeAt(0))
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ])
  }
  const words = mark ? `${mark.label}: ${mark.value}` : ''
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <div>
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.subtitle}>{subtitle}</p>
        </div>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon className={styles.tools ?? ''} aria-label={`Tools of the chart: ${title}`}>
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsTable(now => !now)}>{asTable ? 'As chart' : 'As table'}</Menu.Item>
            <Menu.Item onClick={() => void navigator.clipboard.writeText(tableText(table))}>
              Copy the numbers
            </Menu.Item>
            {asTable ? null : (
              <>
                <Menu.Item onClick={() => void copyImage()}>Copy the picture</Menu.Item>
                <Menu.Item onClick={savePng}>Save as PNG</Menu.Item>
                <Menu.Item onClick={saveSvg}>Save as SVG</Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </figcaption>
      {asTable ? (
        <ChartNumbers table={table} height={height} />
      ) : (
        <div className={styles.canvas}>
          <div
            ref={canvas}
            role={marks ? 'application' : 'img'}
            aria-roledescription="chart"
            aria-label={`${title}. ${subtitle}.${marks ? ' Arrow keys go through the marks, Enter opens the records.' : ''}`}
            tabIndex={marks ? 0 : undefined}
            style={{ height }}
            onKeyDown={keys}
            onBlur={() => {
              drawn?.dispatchAction({ type: 'downplay' })
              setAt(-1)
            }}
          />
          <span role="status">{mark ? <span className={styles.hint}>{words}</span> : null}</span>
        </div>
      )}
    </figure>
  )
}

/** The numbers of a chart as an HTML table. */
function ChartNumbers({ table, height }: { readonly table: ChartTable; readonly height: number }) {
  return (
    <div
      className={styles.table}
      style={{ maxHeight: height }}
      tabIndex={0}
      role="region"
      aria-label="Numbers"
    >
      <table>
        <thead>
          <tr>
            {table.columns.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={typeof cell === 'number' ? styles.number : undefined}>
                  {typeof cell === 'number' ? cell.toLocaleString() : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
