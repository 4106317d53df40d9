/** The sample region: eighteen months of a made-up sales region, the same for the same seed. */
import type { ChangeSet } from '../region/change'
import { addActivities, addDispositions, addLeads } from './activities'
import { SampleBuilder } from './builder'
import { makeCalendar, makeCatalogue } from './catalogue'
import { addCoaching } from './coaching'
import { makeCustomers } from './customers'
import { makeDeals } from './deals'
import { addEvents, qualification } from './events'
import { addKeyDeals, addVocabulary } from './key-deals'
import { makeQuotas, makeReps } from './organisation'
import { addPlans } from './plans'
import { makeProcess } from './process'
import { addLostSheets, addScript } from './script'
import { addWorkbench } from './workbench-story'
import { addSnapshots, type ArchivedSnapshot } from './snapshots'
import { championLeaves } from './champion-story'
import { committeeSlips } from './committee-story'

/** A whole region as one change to an empty one, and the rows of its snapshots. */
interface SampleRegion {
  readonly change: ChangeSet
  readonly archive: readonly ArchivedSnapshot[]
}

/** The seed that "Open the sample region" uses. */
const sampleSeed = 1701

/** Makes the sample region. All names in it are made up; its days end on `lastDay`. */
export function sampleRegion(seed: number = sampleSeed): SampleRegion {
  const build = new SampleBuilder(seed)
  const calendar = makeCalendar(build)
  const catalogue = makeCatalogue(build)
  const process = makeProcess(build)
  const reps = makeReps(build)
  makeQuotas(build, reps)
  const customers = makeCustomers(build, reps)
  const random = build.stream('events')
  const work = build.stream('activities')
  const deals = makeDeals(build, catalogue, customers, reps).map(deal => {
    addEvents(build, random, process, deal)
    const lastActivityOn = addActivities(build, work, deal)
    const touched = [
      lastActivityOn,
      deal.path.endRecordedOn,
      deal.path.steps[deal.path.steps.length - 1]?.recordedOn,
    ]
    const updatedOn = touched.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), null) ?? deal.path.startOn
    const values = { ...qualification(random, deal), lastActivityOn }
    return { ...deal, record: build.amend('opportunity', deal.record, values, updatedOn) }
  })
  addVocabulary(build)
  const stage = { build, catalogue, process, reps, calendar }
  const champion = championLeaves(stage)
  const committee = committeeSlips(stage)
  const all = [...deals, champion, committee]
  addDispositions(build, build.stream('dispositions'), deals)
  addLeads(build, catalogue, customers, reps)
  addKeyDeals(build, deals)
  addCoaching(build, reps, all)
  addLostSheets(build, deals)
  addWorkbench(stage, addScript(build), { champion, committee })
  const archive = addSnapshots(build, all)
  addPlans(stage, deals)
  return { change: build.change(), archive }
}
