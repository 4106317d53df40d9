/** Saves a chart as a picture. */
import { drawChart, type ChartOption } from './echarts-core'

/** The chart as an SVG data address, drawn once more out of sight at the size it is seen in. */
export function svgOf(option: ChartOption, seen: HTMLElement | null, height: number): string {
  const room = document.createElement('div')
  Object.assign(room.style, {
    position: 'fixed',
    left: '-10000px',
    width: `${seen?.clientWidth ?? 800}px`,
    height: `${height}px`,
  })
  document.body.append(room)
  const chart = drawChart(room, 'svg')
  chart.setOption({ ...option, animation: false })
  const address = chart.getDataURL({ type: 'svg' })
  chart.dispose()
  room.remove()
  return address
}

/** Offers a data address as a file. */
export function saveBlob(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
