/** What the columns of leads, activities, quotas, lines and histories mean together. */
import type { Day } from '../base/day'
import { periodOf } from '../base/fiscal'
import { foldText } from '../base/text'
import type { FieldValues } from './field-values'
import type { Made } from './made'
import { nameMeaning } from './name-meaning'

type Kind = 'call' | 'email' | 'meeting' | 'demo' | 'visit' | 'social' | 'letter' | 'internal' | 'task'

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['demo', /\bdemo(nstration)?\b|presentation/],
  ['visit', /\bvisit|site tour|besuch|field day/],
  ['email', /\be ?mails?\b|\bmail\b/],
  ['social', /linkedin|social|sms|whatsapp|chat/],
  ['letter', /\bletter\b|\bfax\b|brief\b/],
  ['internal', /\binternal\b/],
  ['call', /\bcall\b|\bphone\b|telephone|anruf|\bcalls\b/],
  ['meeting', /meeting|appointment|event|lunch|dinner|besprechung|termin|workshop|training/],
  ['task', /task|to do|todo|follow up|aufgabe/],
]

const kindOf = (text: string): Kind | null => {
  const words = foldText(text)
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

function statusOf(text: string): 'planned' | 'done' | 'cancelled' {
  const words = foldText(text)
  if (/cancel|abgesagt|no show/.test(words)) return 'cancelled'
  return /\b(not started|planned|open|to do|todo|in progress|waiting|deferred|scheduled|undone|false|no|0|not held)\b/.test(
    words,
  )
    ? 'planned'
    : 'done'
}

/** Kind, day, status, length and whether the buyer took part. */
export function activityMeaning(values: FieldValues, made: Made): void {
  const type = values.of('type')
  const direction = values.of('direction')
  const subject = values.of('subject')
  const status = values.of('status')
  const on = values.of('on')
  const due = values.of('due')
  const finished = values.of('finished')
  const seconds = values.of('seconds')
  const minutes = values.of('minutes')
  const isCall = direction !== null || seconds !== null
  const usual: Kind = isCall
    ? 'call'
    : (kindOf(values.column('on')?.header === 'Start DateTime' ? 'event' : values.file) ?? 'task')
  const made_ = values.rows.map((_, at) => {
    const written = type?.[at] ? kindOf(type[at] as string) : null
    const fromSubject = !isCall && subject?.[at] ? kindOf(subject[at] as string) : null
    const kind: Kind = written ?? (isCall ? 'call' : (fromSubject ?? usual))
    const ended = status?.[at] === undefined || status[at] === null ? 'done' : statusOf(status[at] as string)
    const long =
      typeof minutes?.[at] === 'number'
        ? minutes[at]
        : typeof seconds?.[at] === 'number'
          ? Number(seconds[at]) / 60
          : null
    const day = (ended === 'done' ? finished?.[at] : null) ?? on?.[at] ?? due?.[at] ?? null
    if (day === null) made.rejects.set(at, 'no-day')
    return { kind, ended, long: long === null ? null : Math.round(long), day }
  })
  made.columns.set(
    'kind',
    made_.map(each => each.kind),
  )
  made.columns.set(
    'status',
    made_.map(each => each.ended),
  )
  made.columns.set(
    'on',
    made_.map(each => each.day),
  )
  if (minutes || seconds)
    made.columns.set(
      'minutes',
      made_.map(each => each.long),
    )
  made.columns.set(
    'twoWay',
    made_.map(each => {
      if (each.ended !== 'done') return false
      return each.kind === 'call'
        ? (each.long ?? 0) > 0
        : each.kind === 'meeting' || each.kind === 'demo' || each.kind === 'visit'
    }),
  )
}

/** Name and state of a lead. */
export function leadMeaning(values: FieldValues, made: Made): void {
  nameMeaning(values, made)
  const status = values.of('status')
  const converted = values.of('converted')
  if (!status && !converted) return
  made.columns.set(
    'state',
    values.rows.map((_, at) => {
      if (converted?.[at] === true) return 'converted'
      const words = foldText(typeof status?.[at] === 'string' ? status[at] : '')
      if (/\bconverted\b/.test(words)) return 'converted'
      if (/junk|lost|unqualified|not qualified|disqualified|dead|bad/.test(words)) return 'rejected'
      if (/nurtur|recycl|future|later/.test(words)) return 'recycled'
      if (/not contacted|^$|new|open|not yet/.test(words)) return 'new'
      return /qualified|accepted/.test(words) ? 'accepted' : 'working'
    }),
  )
}

/** Period and measure of a quota. */
export function quotaMeaning(values: FieldValues, made: Made): void {
  const period = values.of('period')
  const start = values.of('start')
  const measure = values.of('measure')
  const rep = values.of('rep') ?? values.of('rep_id')
  const unit = values.of('unit')
  const amount = values.of('amount')
  const periods = values.rows.map((_, at) => {
    const written = typeof period?.[at] === 'string' ? periodKey(period[at]) : null
    return written ?? (start?.[at] ? periodOf(start[at] as Day, 'quarter').key : null)
  })
  made.columns.set('period', periods)
  made.columns.set(
    'measure',
    values.rows.map((_, at) => {
      const words = foldText(typeof measure?.[at] === 'string' ? measure[at] : '')
      return /revenue|umsatz/.test(words)
        ? 'revenue'
        : /unit|quantity|stueck/.test(words)
          ? 'units'
          : 'bookings'
    }),
  )
  values.rows.forEach((_, at) => {
    if (periods[at] === null) made.rejects.set(at, 'no-period')
    else if (!rep?.[at] && !unit?.[at]) made.rejects.set(at, 'no-owner')
    else if (amount?.[at] === null || amount?.[at] === undefined) made.rejects.set(at, 'no-value')
  })
}

/** The key of a written period: `Q4 2017`, `2017-Q4`, `Oct 2017`, `2017-10`, `FY2017`; null where it is none. */
export function periodKey(text: string): string | null {
  const words = foldText(text)
  const year =
    /\b(?:fy ?)?(\d{4})\b/.exec(words)?.[1] ??
    (/\bfy ?(\d{2})\b/.exec(words)?.[1] ? `20${/\bfy ?(\d{2})\b/.exec(words)?.[1]}` : null)
  if (!year) return null
  const quarter = /\bq ?([1-4])\b/.exec(words)?.[1] ?? /\b([1-4]) ?q\b/.exec(words)?.[1]
  if (quarter) return `${year}-Q${quarter}`
  const figures = /\b\d{4} (\d{1,2})\b|\b(\d{1,2}) \d{4}\b/.exec(words)
  const month = Number(figures?.[1] ?? figures?.[2] ?? 0) || monthNamed(words)
  if (month >= 1 && month <= 12) return `${year}-${String(month).padStart(2, '0')}`
  return `FY${year}`
}

function monthNamed(words: string): number {
  const at = 'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .findIndex(name => new RegExp(`\\b${name}`).test(words))
  return at + 1
}

/** A line needs its opportunity. */
export function lineMeaning(values: FieldValues, made: Made): void {
  const id = values.of('deal_id')
  const name = values.of('deal_name')
  const product = values.of('product') ?? values.of('product_id')
  values.rows.forEach((_, at) => {
    if (!id?.[at] && !name?.[at]) made.rejects.set(at, 'no-opportunity')
    else if (!product?.[at] && !values.of('description')?.[at]) made.rejects.set(at, 'no-name')
  })
}

/** A history row needs its opportunity and its day; what it says becomes one dated fact a field. */
export function historyMeaning(values: FieldValues, made: Made): void {
  const id = values.of('deal_id')
  const name = values.of('deal_name')
  const changed = values.of('changed')
  values.rows.forEach((_, at) => {
    if (!id?.[at] && !name?.[at]) made.rejects.set(at, 'no-opportunity')
    else if (!changed?.[at]) made.rejects.set(at, 'no-day')
  })
  for (const [from, to] of [
    ['stage', 'stage'],
    ['amount', 'amount'],
    ['expected_close', 'expectedClose'],
    ['forecast_category', 'forecastCategory'],
  ] as const) {
    const read = made.columns.get(`~${from}`)
    if (read) made.columns.set(`fact.${to}`, read)
  }
}
