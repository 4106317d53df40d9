/** Puts the program's look under a chart's own option: type, axes, grid lines, tooltips that the policy allows. */
import type { ChartOption } from './echarts-core'
import type { ChartColours } from './palette'

type Bag = Readonly<Record<string, unknown>>

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function axis(own: unknown, colours: ChartColours): unknown {
  if (Array.isArray(own)) return own.map(one => axis(one, colours))
  if (!isBag(own)) return own
  const part = (name: string, look: Bag) => ({ ...look, ...(isBag(own[name]) ? own[name] : {}) })
  const category = own.type === 'category'
  return {
    nameLocation: 'end',
    nameTextStyle: { color: colours.soft, fontSize: 11 },
    ...own,
    axisLine: part('axisLine', { show: category, lineStyle: { color: colours.line } }),
    axisTick: part('axisTick', { show: false }),
    axisLabel: part('axisLabel', { color: colours.soft, fontSize: 11, hideOverlap: true }),
    splitLine: part('splitLine', { show: !category, lineStyle: { color: colours.line } }),
  }
}

/** The option as it is drawn; what the option says itself stays. `description` is read to those who do not see it. */
export function dressOption(option: ChartOption, colours: ChartColours, description: string): ChartOption {
  const own: Bag = option
  const tooltip = isBag(own.tooltip) ? own.tooltip : {}
  const grid = isBag(own.grid) ? own.grid : {}
  const still = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches
  return {
    color: [...colours.series],
    textStyle: { fontFamily: 'Inter Variable, system-ui, sans-serif', fontSize: 12, color: colours.ink },
    aria: { enabled: true, label: { description } },
    animation: !still,
    animationDuration: 120,
    animationDurationUpdate: 120,
    ...own,
    grid: {
      left: 8,
      right: 16,
      top: 28,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
      ...grid,
    },
    // Drawn on the canvas: a tooltip of HTML would carry styles that the content policy refuses.
    tooltip: {
      trigger: 'item',
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontSize: 12 },
      ...tooltip,
      renderMode: 'richText',
      confine: true,
    },
    ...('xAxis' in own ? { xAxis: axis(own.xAxis, colours) } : {}),
    ...('yAxis' in own ? { yAxis: axis(own.yAxis, colours) } : {}),
  }
}
