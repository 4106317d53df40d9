/** The map as a matrix: people by roles and standing, edited like a spreadsheet. */
import { useMemo, useState } from 'react'
import type { Day } from '#shared/base/day'
import { asId } from '#shared/base/id'
import { fieldsOf } from '#shared/model/catalog'
import type { Values } from '#shared/region/change'
import type { Buyer } from '#shared/strategy/buyer-map'
import { basisIn, holdRole, roleLabel, type Basis } from '#shared/strategy/hold-role'
import { parseField } from '../../fields/parse-field'
import { fieldRead } from '../../records/catalog-columns'
import { surroundings } from '../../records/field-surroundings'
import type { DealMap } from '../../store/deal-map'
import { useAsOf, useRegionCurrency, useRegionStore } from '../../store/use-region'
import { textCell, type ColumnData } from '../../ui/grid/engine/column-data'
import { cellColumn, type ColumnRead, type RowsSpec } from '../../ui/grid/engine/rows-source'
import { Grid } from '../../ui/grid/grid'
import type { CellEdit, EditOutcome, TakenEdits } from '../../ui/grid/edit-answer'
import type { GridColumn } from '../../ui/grid/grid-props'
import { plainView, type GridView } from '../../ui/grid/grid-view'
import { useRowsSource } from '../../ui/grid/use-rows-source'
import { choiceWord, lastTalkWords, stateWords } from '../../records/buyer-words'
import type { MapEdits } from './use-map-edits'

const bases: readonly (readonly [Basis, string])[] = [
  ['stated', 'Stated'],
  ['observed', 'Observed'],
  ['assumed', 'Assumed'],
]
const baseWord = (basis: Basis | null): string | null => bases.find(each => each[0] === basis)?.[1] ?? null

const choiceFields = ['influence', 'mode', 'buying', 'mobiliser'] as const

const fixedColumns: readonly GridColumn[] = [
  { key: 'influence', title: 'Influence', width: 100, edit: { choices: choicesOf('influence') } },
  {
    key: 'rating',
    title: 'Rating',
    digits: 0,
    width: 80,
    edit: {},
    help: 'From −5, against us, to +5, for us; 4 and 5 need evidence.',
  },
  { key: 'ratingEvidence', title: 'Evidence', width: 220, edit: {} },
  { key: 'mode', title: 'Mode', width: 120, edit: { choices: choicesOf('mode') } },
  { key: 'buying', title: 'Buying status', width: 130, edit: { choices: choicesOf('buying') } },
  { key: 'mobiliser', title: 'Profile', width: 110, edit: { choices: choicesOf('mobiliser') } },
  { key: 'state', title: 'Contact', width: 110 },
  { key: 'talk', title: 'Last talk', width: 150 },
]

function choicesOf(field: string): readonly string[] {
  return (fieldsOf('buyerRole')[field]?.choices ?? []).map(each => each.label)
}

/** The grid of people. */
export function MatrixView(props: {
  readonly deal: DealMap
  readonly vocabulary: string
  readonly edits: MapEdits
  readonly onPerson: (id: string) => void
}) {
  const { deal, vocabulary, edits } = props
  const { map } = deal
  const store = useRegionStore()
  const asOf = useAsOf()
  const currency = useRegionCurrency()
  const roles = useMemo(() => map.words.get(vocabulary) ?? [], [map.words, vocabulary])
  const spec = useMemo(
    (): RowsSpec<Buyer> => ({
      id: each => each.role.id,
      columns: {
        name: { kind: 'text', get: each => each.name },
        title: { kind: 'text', get: each => each.person?.title ?? null },
        ...Object.fromEntries(
          roles.map((role): [string, ColumnRead<Buyer>] => [
            `role:${role.key}`,
            {
              kind: 'choice',
              get: each => baseWord(basisIn(each.role.roles, map.words, vocabulary, role.key)),
              order: bases.map(base => base[1]),
            },
          ]),
        ),
        ...Object.fromEntries(
          choiceFields.map((field): [string, ColumnRead<Buyer>] => [
            field,
            {
              kind: 'choice',
              get: each => choiceWord(field, each.role[field]) || null,
              order: choicesOf(field),
            },
          ]),
        ),
        rating: { kind: 'number', get: each => each.role.rating },
        ratingEvidence: { kind: 'text', get: each => each.role.ratingEvidence },
        state: { kind: 'choice', get: each => stateWords[each.state] },
        talk: { kind: 'text', get: each => lastTalkWords(each, asOf as Day) },
      },
    }),
    [roles, map.words, vocabulary, asOf],
  )
  const columns = useMemo(
    (): readonly GridColumn[] => [
      { key: 'name', title: 'Person', pin: 'left', width: 170 },
      { key: 'title', title: 'Title', width: 150 },
      ...roles.map((role): GridColumn => ({
        key: `role:${role.key}`,
        title: roleLabel({ role }, { passed: false }),
        help: role.meaning,
        width: Math.max(104, 40 + role.label.length * 7),
        section: 'Roles',
        edit: { choices: bases.map(each => each[1]) },
      })),
      ...fixedColumns,
    ],
    [roles],
  )
  const source = useRowsSource(map.buyers, spec)
  const [view, setView] = useState<GridView>(plainView)
  /** What is typed into a cell as a wish; refused here where it can be told already. */
  const read = ({ rowId, column, text }: CellEdit): Wish => {
    const role = store.region.get('buyerRole', asId<'buyerRole'>(rowId))
    if (!role) return { ok: false, reason: 'This person is no longer on the map.' }
    const name = map.buyers.find(each => each.role.id === rowId)?.name ?? 'somebody'
    if (column.startsWith('role:')) {
      const key = column.slice('role:'.length)
      const typed = text.trim().toLowerCase()
      const basis = bases.find(each => each[1].toLowerCase().startsWith(typed))?.[0] ?? null
      if (typed !== '' && basis === null)
        return {
          ok: false,
          reason: 'A role rests on what was stated, observed or assumed; leave it empty for no.',
        }
      const next = typed === '' ? null : basis
      // Read anew in its turn: several roles of one person may be changed in one step.
      const roles = () => store.region.get('buyerRole', role.id)?.roles ?? role.roles
      return {
        ok: true,
        cell: textCell(baseWord(next) ?? ''),
        save: () => {
          const held = holdRole(roles(), map.words, vocabulary, key, next)
          return edits.set(role.id, { roles: held }, `Role of ${name}`)
        },
      }
    }
    const field = fieldsOf('buyerRole')[column]
    if (!field) return { ok: false, reason: 'This cell cannot be changed here.' }
    const values = role as unknown as Values
    const typed = parseField(field, text, surroundings(store.region, values, currency))
    if (!typed.ok) return { ok: false, reason: typed.problem }
    const reading = fieldRead<Values>(store.region, 'buyerRole', column, row => row, currency)
    return {
      ok: true,
      cell: cellColumn(reading, { ...values, [column]: typed.value }),
      save: () => edits.set(role.id, { [column]: typed.value }, `${field.label} of ${name}`),
    }
  }
  const onEdit = (typed: readonly CellEdit[]): TakenEdits => {
    const wishes = typed.map(read)
    return { judged: wishes, saved: saveAll(wishes) }
  }
  return (
    <Grid
      label="People and roles"
      noun={{ one: 'person', many: 'people' }}
      source={source}
      columns={columns}
      view={view}
      onView={setView}
      asOf={asOf}
      onEdit={onEdit}
      onOpen={props.onPerson}
      empty="Nobody is on this map yet."
      bare
    />
  )
}

type Wish =
  | { readonly ok: false; readonly reason: string }
  | { readonly ok: true; readonly cell: ColumnData; readonly save: () => ReturnType<MapEdits['set']> }

async function saveAll(wishes: readonly Wish[]): Promise<EditOutcome[]> {
  const outcomes: EditOutcome[] = []
  for (const wish of wishes) {
    const done = wish.ok ? await wish.save() : null
    outcomes.push(done && !done.ok ? { ok: false, reason: done.problem } : wish)
  }
  return outcomes
}
