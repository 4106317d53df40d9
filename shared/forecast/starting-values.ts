/** The matrices that the app ships with; origin expert, n = 0, until management replaces them (table of section 5.2). */
import { type Cell, expertCell, type Matrix } from './matrix'

const poc = `
2 5 8 10 12 x x
4 10 15 20 25 28 x
6 15 25 32 38 42 45
8 20 32 42 50 55 60
10 25 40 52 62 70 76
x 35c 50 57 69 75 88
x x 60c 68 78 90 95`

const tuc = `
180 170 160 150 140 x x
130 120 115 110 105 100 x
105 100 95 90 80 75 70
75 70 65 60 55 50 45
60 55 50 40 35 30 28
x 45c 40 35 30 25 20
x x 20c 18 15 12 8`

const grid = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map(line => line.split(' '))

function readCell(p: string, t: string): Cell {
  if (p === 'x') return expertCell(0, 0, 'blocked')
  return expertCell(parseInt(p, 10) / 100, parseInt(t, 10), p.endsWith('c') ? 'check' : 'value')
}

/** The starting matrix with sigma 0.60 and ageZero 2.5: seven buying by seven sales statuses. */
export function startingMatrix(): Matrix {
  const times = grid(tuc)
  return {
    cells: grid(poc).map((row, b) => row.map((p, s) => readCell(p, times[b]?.[s] ?? 'x'))),
    sigma: 0.6,
    ageZero: 2.5,
  }
}
