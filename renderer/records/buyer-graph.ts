/** A buyer map as boxes and lines: the organisation, or who influences whom. */
import type { Day } from '#shared/base/day'
import type { RecordOf } from '#shared/model/catalog'
import { fieldsOf } from '#shared/model/catalog'
import type { Buyer, BuyerMap } from '#shared/strategy/buyer-map'
import { roleLabel } from '#shared/strategy/hold-role'
import { ratingAge } from '#shared/strategy/rating-rule'
import { rolesIn } from '#shared/strategy/vocabulary'
import type { GraphChip, GraphLink, GraphNode, GraphPlaces, GraphTone } from '../ui/graph/graph-shapes'
import { placeAround } from '../ui/graph/place-around'
import { rankLayout } from '../ui/graph/rank-layout'
import { treeLayout } from '../ui/graph/tree-layout'
import { choiceWord, lastTalkWords, ratingText, ratingTone, stateWords } from './buyer-words'

/** The two pictures of a map. */
type MapPicture = 'organisation' | 'influence'

/** A picture ready to be drawn. */
export interface PeopleGraph {
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly places: GraphPlaces
  readonly shape: 'elbow' | 'straight'
}

/** The word of a kind of influence. */
export const linkWord = (kind: RecordOf<'influenceLink'>['kind']): string =>
  fieldsOf('influenceLink')['kind']?.choices?.find(each => each.key === kind)?.label ?? kind

const linkTones: Readonly<Record<RecordOf<'influenceLink'>['kind'], GraphTone>> = {
  reports: 'neutral',
  advises: 'accent',
  blocks: 'danger',
  sponsors: 'ok',
  peer: 'neutral',
}

/** The picture of a map as of a day, in the words of a vocabulary. */
export function peopleGraph(map: BuyerMap, picture: MapPicture, vocabulary: string, asOf: Day): PeopleGraph {
  const pinned = picture === 'influence'
  const nodes = map.buyers.map(each => boxOf(each, map, vocabulary, asOf, pinned))
  const names = new Map(map.buyers.map(each => [each.role.id, each.name]))
  const reports = map.buyers.flatMap(({ role, name }): GraphLink[] => {
    const boss = role.reportsTo === null ? undefined : names.get(role.reportsTo)
    if (role.reportsTo === null || boss === undefined) return []
    return [
      {
        id: `reports/${role.id}`,
        from: role.reportsTo,
        to: role.id,
        text: '',
        weight: picture === 'organisation' ? 1 : 0.3,
        tone: 'neutral',
        loose: picture === 'influence',
        arrow: false,
        label: `${name} reports to ${boss}`,
      },
    ]
  })
  if (picture === 'organisation')
    return {
      nodes,
      links: reports,
      places: treeLayout(map.buyers.map(({ role }) => ({ id: role.id, parent: role.reportsTo }))),
      shape: 'elbow',
    }
  const links = map.links.map((each): GraphLink => ({
    id: each.id,
    from: each.from,
    to: each.to,
    text: linkWord(each.kind),
    weight: each.strength,
    tone: linkTones[each.kind],
    loose: each.basis === 'assumed',
    arrow: each.kind !== 'peer',
    label: `${names.get(each.from)}: ${linkWord(each.kind).toLowerCase()} ${names.get(each.to)}, strength ${each.strength}, ${each.basis}`,
  }))
  const ranks = { high: 0, medium: 1, low: 2 } as const
  const placed = rankLayout(
    map.buyers.map(({ role }) => ({
      id: role.id,
      rank: role.influence === null ? 3 : ranks[role.influence],
    })),
    [...links, ...reports],
  )
  const hand = new Map(
    map.buyers.flatMap(({ role: { id, x, y } }) =>
      x !== null && y !== null ? [[id, { x, y }] as const] : [],
    ),
  )
  return { nodes, links: [...reports, ...links], places: placeAround(placed, hand), shape: 'straight' }
}

function boxOf(buyer: Buyer, map: BuyerMap, vocabulary: string, asOf: Day, pins: boolean): GraphNode {
  const { role, person, name, state } = buyer
  const age = ratingAge(role, asOf)
  const roles = rolesIn(role.roles, map.words, vocabulary).map((each): GraphChip => ({
    text: roleLabel(each, buyer.champion),
    tone: each.held.basis === 'assumed' ? 'neutral' : 'accent',
    loose: each.held.basis === 'assumed',
  }))
  const influence: readonly GraphChip[] =
    role.influence === null ? [] : [{ text: choiceWord('influence', role.influence), tone: 'neutral' }]
  const chips = [...new Map([...roles, ...influence].map(each => [each.text, each])).values()]
  const talk = state === 'gone' ? stateWords.gone.toLowerCase() : lastTalkWords(buyer, asOf)
  const rated =
    age === null ? 'not rated' : `rated ${ratingText(role.rating)}${age.old ? ', an old rating' : ''}`
  return {
    id: role.id,
    title: name,
    subtitle: person?.title ?? person?.department ?? (person ? '' : stateWords.placeholder),
    note: talk.slice(0, 1).toUpperCase() + talk.slice(1),
    mark: {
      text: ratingText(role.rating),
      tone: age?.old ? 'neutral' : ratingTone(role.rating),
      loose: age !== null && (age.old || !age.evidenced),
    },
    chips,
    tone: ratingTone(role.rating),
    open: person === null,
    faint: state === 'gone',
    pinned: pins && role.x !== null && role.y !== null,
    label: [name, person?.title, ...chips.map(each => each.text), rated, talk].filter(Boolean).join(', '),
  }
}
