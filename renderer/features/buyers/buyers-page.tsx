/** The buyer map as a full page: four views of the same people, what is missing beside them, and a slider through time. */
import { Button, Menu, SegmentedControl, Select, Tabs, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Id } from '#shared/base/id'
import { usePlace, usePlaces } from '../../store/use-place'
import { defaultWords } from '#shared/packs/deal-gaps'
import type { DealMap } from '../../store/deal-map'
import { useAsOf, useRegion } from '../../store/use-region'
import { GraphCanvas } from '../../ui/graph/graph-canvas'
import { EmptyState } from '../../ui/part/empty-state'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { AddBuyer, type AddWay } from './add-buyer'
import { linkWord, peopleGraph } from '../../records/buyer-graph'
import { WorkPage } from '../../ui/part/page-columns'
import styles from './buyers.module.css'
import { CompetitorPanel } from './competitor-panel'
import { GapList } from './gap-list'
import { MapFigures } from './map-figures'
import { MatrixView } from './matrix-view'
import { PersonPanel } from './person-panel'
import { PowerView } from './power-view'
import { saveMap, type PictureKind } from './save-map'
import { MapTimes } from './map-times'
import { useMapEdits } from './use-map-edits'
import { useMapHistory } from './use-map-history'

const views = [
  { value: 'organisation', label: 'Organisation' },
  { value: 'influence', label: 'Influence' },
  { value: 'power', label: 'Power and support' },
  { value: 'matrix', label: 'Matrix' },
]

/** The page of one deal; the view, the words and the person shown are remembered with the place. */
export function BuyersPage({ deal }: { readonly deal: DealMap }) {
  const { filters } = usePlace()
  const places = usePlaces()
  const asOf = useAsOf()
  const region = useRegion('roleVocabulary')
  const edits = useMapEdits(deal)
  const history = useMapHistory(deal)
  const [adding, setAdding] = useState<AddWay | null>(null)
  const [moment, setMoment] = useState<string | null>(null)
  const [panel, setPanel] = useState<string | null>('gaps')
  const view = (filters['buyers:view'] as string | undefined) ?? 'organisation'
  const vocabulary = (filters['buyers:words'] as string | undefined) ?? defaultWords(region)
  const then = useMemo(() => (moment === null ? null : history.at(moment)), [history, moment])
  const shown = useMemo((): DealMap => (then ? { ...deal, map: then } : deal), [deal, then])
  const picture = view === 'influence' ? 'influence' : 'organisation'
  const graph = useMemo(
    () => peopleGraph(shown.map, picture, vocabulary, asOf),
    [shown.map, picture, vocabulary, asOf],
  )
  const chosen = filters['buyers:person'] as string | undefined
  const buyer = deal.map.buyers.find(each => each.role.id === chosen) ?? null
  const show = (id: string | null): void => {
    places.setFilters({ 'buyers:person': id })
    setPanel(id === null ? 'gaps' : 'person')
  }
  const save = async (kind: PictureKind): Promise<void> => {
    const name = await saveMap(
      graph,
      {
        title: `Buyer map, ${deal.row.deal.name}`,
        note: `${shown.map.buyers.length} people, as of ${moment?.slice(0, 10) ?? asOf}`,
      },
      kind,
    )
    if (name !== null) notifications.show({ message: `Map saved as ${name}` })
  }
  const moved = deal.map.buyers.some(each => each.role.x !== null)
  const canvas = (
    <GraphCanvas
      key={picture}
      label={`Buyer map of ${deal.row.deal.name}, ${picture}`}
      {...graph}
      selected={buyer?.role.id ?? null}
      onSelect={show}
      fit={`${picture}/${deal.row.id}/${shown.map.buyers.length}/${moment ?? ''}`}
      {...(then
        ? {}
        : picture === 'influence'
          ? {
              onMove: (id, at) => void edits.pin(id as Id<'buyerRole'>, at),
              onLink: (from, to) => {
                void edits
                  .link({ from: from as Id<'buyerRole'>, to: to as Id<'buyerRole'>, strength: 2 })
                  .then(done => done.ok && show(from))
              },
            }
          : {
              onDropOn: (id, onto) => void edits.report(id as Id<'buyerRole'>, onto as Id<'buyerRole'>),
              onLink: (from, to) => void edits.report(to as Id<'buyerRole'>, from as Id<'buyerRole'>),
            })}
    />
  )
  return (
    <>
      <WorkPage
        toolbar={
          <Toolbar label="Buyer map">
            <SegmentedControl
              aria-label="View"
              data={views}
              value={view}
              onChange={next => places.setFilters({ 'buyers:view': next })}
            />
            <Select
              aria-label="Words for roles"
              w={170}
              data={region.all('roleVocabulary').map(each => ({ value: each.key, label: each.name }))}
              value={vocabulary}
              onChange={next => next && places.setFilters({ 'buyers:words': next })}
            />
            <ToolbarPush />
            {moved && view === 'influence' ? (
              <Button variant="subtle" onClick={() => void edits.release()}>
                Arrange anew
              </Button>
            ) : null}
            <Menu>
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={14} />}>
                  Save
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void save('svg')}>Save as SVG</Menu.Item>
                <Menu.Item onClick={() => void save('png')}>Save as PNG</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Menu>
              <Menu.Target>
                <Button leftSection={<IconUserPlus size={14} />}>Add a person</Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setAdding('known')}>Person of the account</Menu.Item>
                <Menu.Item onClick={() => setAdding('signature')}>From a signature</Menu.Item>
                <Menu.Item onClick={() => setAdding('unknown')}>Somebody unknown</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Toolbar>
        }
        figures={<MapFigures deal={shown} vocabulary={vocabulary} />}
        foot={<MapTimes history={history} moment={moment} now={deal.map} then={then} onMoment={setMoment} />}
      >
        <div className={styles.body}>
          <div className={styles.view}>
            {shown.map.buyers.length === 0 ? (
              <EmptyState
                title={then ? 'Nobody was on the map yet' : 'Nobody is on this map yet'}
                {...(then
                  ? {}
                  : { verb: { label: 'Put somebody on the map', onDo: () => setAdding('known') } })}
              >
                The map shows who takes part in this purchase, in which roles, how each stands and who is
                missing.
              </EmptyState>
            ) : view === 'matrix' ? (
              <MatrixView deal={shown} vocabulary={vocabulary} edits={edits} onPerson={show} />
            ) : view === 'power' ? (
              <PowerView deal={shown} edits={edits} onPerson={show} />
            ) : (
              canvas
            )}
          </div>
          <aside className={styles.panel} aria-label="About the map">
            <Tabs value={panel} onChange={setPanel}>
              <Tabs.List>
                <Tabs.Tab value="gaps">
                  Gaps ({deal.gaps.filter(each => each.coveredBy === null).length})
                </Tabs.Tab>
                <Tabs.Tab value="person">Person</Tabs.Tab>
                <Tabs.Tab value="competitors">Competitors ({deal.map.standings.length})</Tabs.Tab>
              </Tabs.List>
            </Tabs>
            <div className={styles.panelBody}>
              {panel === 'gaps' ? <GapList deal={deal} onPerson={show} /> : null}
              {panel === 'competitors' ? <CompetitorPanel deal={deal} edits={edits} /> : null}
              {panel === 'person' ? (
                buyer ? (
                  <PersonPanel
                    key={buyer.role.id}
                    deal={deal}
                    buyer={buyer}
                    vocabulary={vocabulary}
                    edits={edits}
                    onPerson={show}
                  />
                ) : (
                  <Text size="sm" c="dimmed">
                    Choose somebody on the map: arrow keys walk, Enter chooses.
                    {view === 'influence'
                      ? ' Draw a line from the lower edge of one box to another; drag a box to pin it, or move it with Shift and the arrows.'
                      : view === 'organisation'
                        ? ' Drop a box on another to make it report there.'
                        : ''}{' '}
                    {deal.map.links.length > 0
                      ? `${deal.map.links.length} influences, such as ${linkWord(deal.map.links[0]?.kind ?? 'advises').toLowerCase()}.`
                      : ''}
                  </Text>
                )
              ) : null}
            </div>
          </aside>
        </div>
      </WorkPage>
      {adding ? (
        <AddBuyer
          deal={deal}
          vocabulary={vocabulary}
          edits={edits}
          way={adding}
          onClose={() => setAdding(null)}
          onAdded={show}
        />
      ) : null}
    </>
  )
}
