/** The colours of charts: few, told apart by colour-blind eyes, one set for each scheme. */

/** Colours of one scheme. */
export interface ChartColours {
  /** For series, in order of use. */
  readonly series: readonly string[]
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly surface: string
  /** Diverging, from orange over neutral to blue. */
  readonly diverging: readonly string[]
  /** Sequential, from weak to strong, perceptually even. */
  readonly sequential: readonly string[]
}

/** Series colours follow Okabe and Ito's set, darkened or lightened to stand out from the ground. */
export const chartColours: Readonly<Record<'light' | 'dark', ChartColours>> = {
  light: {
    series: ['#1b5c9e', '#c26a00', '#1d7a5f', '#8a4f9e', '#8a6d00', '#3f7f9f', '#a03b2c', '#5f6c7b'],
    ink: '#17212d',
    soft: '#465363',
    line: '#dde2e8',
    surface: '#ffffff',
    diverging: ['#b35806', '#e08f3c', '#f6c88f', '#eceff3', '#9cc3e6', '#4f8fcb', '#1b5c9e'],
    sequential: ['#e9f1f9', '#c3daee', '#93bce0', '#5f99cd', '#3576b4', '#1b5c9e', '#0f3f72'],
  },
  dark: {
    series: ['#7ab5f0', '#e8a04e', '#6cc6a0', '#c79bdc', '#d8c15a', '#86cbe6', '#f09084', '#aab7c5'],
    ink: '#e3e9f0',
    soft: '#aab7c5',
    line: '#26323f',
    surface: '#141c25',
    diverging: ['#f0a04b', '#c27a2e', '#7d5326', '#2a3642', '#2b5580', '#4a86c2', '#7ab5f0'],
    sequential: ['#17283a', '#1d3f60', '#245687', '#2f6fae', '#4a8bcb', '#7ab5f0', '#b6d6f7'],
  },
}
