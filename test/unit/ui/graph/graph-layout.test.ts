/** Places of boxes: nobody is lost, nobody lies on another, hands win, and a saved picture says what the screen says. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxSize, type GraphNode, type GraphPlaces } from '../../../../renderer/ui/graph/graph-shapes'
import { graphSvg, type PictureColours } from '../../../../renderer/ui/graph/graph-svg'
import { nextInDirection } from '../../../../renderer/ui/graph/next-box'
import { placeAround } from '../../../../renderer/ui/graph/place-around'
import { rankLayout } from '../../../../renderer/ui/graph/rank-layout'
import { treeLayout } from '../../../../renderer/ui/graph/tree-layout'

function overlaps(places: GraphPlaces): number {
  const all = [...places.values()]
  return all.flatMap((a, i) =>
    all.slice(i + 1).filter(b => Math.abs(a.x - b.x) < boxSize.width && Math.abs(a.y - b.y) < boxSize.height),
  ).length
}

/** Up to 60 people who report to anybody, circles included. */
const anyPeople = fc
  .integer({ min: 1, max: 60 })
  .chain(n =>
    fc
      .array(fc.option(fc.integer({ min: 0, max: n - 1 }), { nil: null }), { minLength: n, maxLength: n })
      .map(bosses => bosses.map((boss, at) => ({ id: `p${at}`, parent: boss === null ? null : `p${boss}` }))),
  )

test('an organisation chart holds everybody once and nobody on another, even where lines form circles', () => {
  fc.assert(
    fc.property(anyPeople, people => {
      const places = treeLayout(people)
      expect([...places.keys()].sort()).toEqual(people.map(each => each.id).sort())
      expect(overlaps(places)).toBe(0)
    }),
  )
})

test('a boss stands above all who report there', () => {
  const places = treeLayout([
    { id: 'cfo', parent: null },
    { id: 'it', parent: 'cfo' },
    { id: 'ops', parent: 'cfo' },
    { id: 'eng', parent: 'it' },
  ])
  const y = (id: string): number => places.get(id)?.y ?? NaN
  expect(y('cfo')).toBeLessThan(y('it'))
  expect(y('it')).toBe(y('ops'))
  expect(y('it')).toBeLessThan(y('eng'))
})

test('bands of influence hold everybody once, the mighty above', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 80 }),
      fc.array(fc.tuple(fc.nat(79), fc.nat(79)), { maxLength: 120 }),
      (ranks, ties) => {
        const places = rankLayout(
          ranks.map((rank, at) => ({ id: `p${at}`, rank })),
          ties.map(([from, to]) => ({ from: `p${from}`, to: `p${to}` })),
        )
        expect(places.size).toBe(ranks.length)
        expect(overlaps(places)).toBe(0)
        ranks.forEach((rank, at) => {
          ranks.forEach((other, there) => {
            if (rank < other)
              expect(places.get(`p${at}`)?.y ?? 0).toBeLessThan(places.get(`p${there}`)?.y ?? 0)
          })
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('people who are tied stand near each other in their bands', () => {
  const places = rankLayout(
    [
      { id: 'a', rank: 0 },
      { id: 'b', rank: 0 },
      { id: 'c', rank: 1 },
      { id: 'd', rank: 1 },
    ],
    [
      { from: 'a', to: 'd' },
      { from: 'b', to: 'c' },
    ],
  )
  const x = (id: string): number => places.get(id)?.x ?? NaN
  expect(Math.sign(x('a') - x('b'))).toBe(Math.sign(x('d') - x('c')))
})

test('who was put somewhere by hand stays there, and the others make room', () => {
  const automatic = treeLayout([
    { id: 'a', parent: null },
    { id: 'b', parent: 'a' },
    { id: 'c', parent: 'a' },
  ])
  const onC = automatic.get('c') ?? { x: 0, y: 0 }
  const placed = placeAround(automatic, new Map([['b', onC]]))
  expect(placed.get('b')).toEqual(onC)
  expect(placed.get('a')).toEqual(automatic.get('a'))
  expect(overlaps(placed)).toBe(0)
})

test('an arrow key leads to the nearest box that way, and nowhere from the edge', () => {
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 300, y: 0 }],
    ['c', { x: 300, y: 400 }],
  ])
  expect(nextInDirection('a', 'right', places)).toBe('b')
  expect(nextInDirection('b', 'down', places)).toBe('c')
  expect(nextInDirection('a', 'left', places)).toBeNull()
})

const plain = { neutral: '#111', ok: '#222', warn: '#333', danger: '#444', accent: '#555' }
const colours: PictureColours = {
  ground: '#fff',
  ink: '#000',
  soft: '#666',
  line: '#999',
  box: '#fff',
  tone: plain,
  wash: plain,
}

test('a saved picture prints every name and rating, and names with signs of their own cannot break it', () => {
  const node = (id: string, title: string): GraphNode => ({
    id,
    title,
    subtitle: '',
    note: '',
    mark: { text: '+2', tone: 'ok' },
    chips: [],
    tone: 'ok',
    open: false,
    faint: false,
    pinned: false,
    label: title,
  })
  const { svg, width, height } = graphSvg(
    {
      title: 'Map of R&D <one>',
      note: '2 people',
      nodes: [node('a', 'Amin'), node('b', 'O"Hara & Co')],
      links: [
        {
          id: 'l',
          from: 'a',
          to: 'b',
          text: 'Advises',
          weight: 2,
          tone: 'accent',
          loose: true,
          arrow: true,
          label: '',
        },
      ],
      places: new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: -300, y: 200 }],
      ]),
      shape: 'straight',
    },
    colours,
  )
  expect(svg).toContain('Map of R&amp;D &lt;one&gt;')
  expect(svg).toContain('O&quot;Hara &amp; Co')
  expect(svg.match(/>\+2</g)).toHaveLength(2)
  expect(svg).toContain('stroke-dasharray')
  expect(width).toBeGreaterThan(500)
  expect(height).toBeGreaterThan(278)
})
