/** The shortest warm way to a person: over people we talk to, and who influences or reports to whom. */
import type { Id } from '../base/id'
import type { BuyerMap } from './buyer-map'

type RoleId = Id<'buyerRole'>

/** One hop of a path; `why` names the tie that carries it. */
export interface Hop {
  readonly from: RoleId
  readonly to: RoleId
  readonly why: RecordKind
}

type RecordKind = 'reports' | 'advises' | 'sponsors' | 'peer'

/** A path from someone we talk to, without hops where we talk to the person already. */
interface WarmPath {
  readonly from: RoleId
  readonly hops: readonly Hop[]
  readonly cost: number
}

interface Edge {
  readonly to: RoleId
  readonly cost: number
  readonly why: RecordKind
}

/** Ties by person: strong influence is cheap (1), weak is dear (3), a reporting line costs 2; who blocks is no way in. */
function edgesOf(map: BuyerMap): Map<RoleId, Edge[]> {
  const edges = new Map<RoleId, Edge[]>()
  const tie = (a: RoleId, b: RoleId, cost: number, why: RecordKind): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      edges.set(from, [...(edges.get(from) ?? []), { to, cost, why }])
  }
  for (const link of map.links)
    if (link.kind !== 'blocks') tie(link.from, link.to, 4 - link.strength, link.kind)
  for (const { role } of map.buyers) if (role.reportsTo !== null) tie(role.id, role.reportsTo, 2, 'reports')
  return edges
}

/** The cheapest path to `target` from anyone we are engaged with; null where none leads there. */
export function warmPath(map: BuyerMap, target: RoleId): WarmPath | null {
  const here = new Map(map.buyers.map(each => [each.role.id, each]))
  const cost = new Map<RoleId, number>()
  const came = new Map<RoleId, Hop>()
  const open = new Set<RoleId>()
  for (const each of map.buyers)
    if (each.state === 'engaged') {
      // A coach opens doors more readily than anyone else whom we talk to.
      cost.set(each.role.id, each.cores.includes('coach') ? 0 : 1)
      open.add(each.role.id)
    }
  const edges = edgesOf(map)
  while (open.size > 0) {
    const at = [...open].reduce((a, b) => ((cost.get(b) ?? 0) < (cost.get(a) ?? 0) ? b : a))
    open.delete(at)
    if (at === target) break
    for (const edge of edges.get(at) ?? []) {
      if (!here.has(edge.to) || here.get(edge.to)?.state === 'gone') continue
      const next = (cost.get(at) ?? 0) + edge.cost
      if (next >= (cost.get(edge.to) ?? Infinity)) continue
      cost.set(edge.to, next)
      came.set(edge.to, { from: at, to: edge.to, why: edge.why })
      open.add(edge.to)
    }
  }
  const total = cost.get(target)
  if (total === undefined) return null
  const hops: Hop[] = []
  for (let at = target, hop = came.get(at); hop; at = hop.from, hop = came.get(at)) hops.unshift(hop)
  return { from: hops[0]?.from ?? target, hops, cost: total }
}
