import { describe, expect, test } from 'vitest'
import { suggestMapping, suggestSheet } from '#shared/mapping/suggest'
import { realText } from '../../fixtures/real-data'

const fieldsOf = (
  header: string[],
  rows: string[][] = [],
  fileName = 'export.csv',
): { product: string | null; entity: string | null; fields: (string | null)[] } => {
  const { product, entity, columns } = suggestMapping(header, rows, { fileName })
  return { product, entity, fields: columns.map(each => each.field) }
}

test('a Salesforce report is known by its labels; its one close date is expected while open', () => {
  const header = [
    'Opportunity Owner',
    'Account Name',
    'Stage',
    'Close Date',
    'Amount',
    'Probability (%)',
    'Age',
    'Created Date',
    'Next Step',
    'Lead Source',
    'Type',
    'Forecast Category',
    'Last Activity',
  ]
  const found = suggestMapping(header, [])
  expect(found).toMatchObject({ product: 'Salesforce', entity: 'opportunity' })
  expect(found.columns.map(each => each.field)).toEqual([
    'owner',
    'account',
    'stage',
    'expected_close',
    'amount',
    'probability',
    null,
    'created',
    'next_step',
    'lead_source',
    'type',
    'forecast_category',
    'last_activity',
  ])
  expect(found.columns[3]?.why).toContain('expected while a deal is open, actual once it is closed')
})

test('Dynamics keeps two close dates and hides its ids in columns of their own', () => {
  const { product, entity, fields } = fieldsOf([
    '(Do Not Modify) Opportunity',
    '(Do Not Modify) Row Checksum',
    'Topic',
    'Potential Customer',
    'Status',
    'Est. revenue',
    'Actual Revenue',
    'Est. Close Date',
    'Actual Close Date',
    'Owner',
  ])
  expect([product, entity]).toEqual(['Dynamics', 'opportunity'])
  expect(fields).toEqual([
    'deal_id',
    null,
    'deal_name',
    'account',
    'status',
    'amount',
    'actual_amount',
    'expected_close',
    'actual_close',
    'owner',
  ])
})

test('a plain German sheet is read by its words, and its values help', () => {
  const { product, entity, fields } = fieldsOf(
    ['Kunde', 'Verantwortlicher', 'Phase', 'Betrag', 'Abschlussdatum'],
    [['Acme', 'Ann', 'Gewonnen', '1.234,50', '31.12.2017']],
    'Verkaufschancen.csv',
  )
  expect([product, entity]).toEqual([null, 'opportunity'])
  expect(fields).toEqual(['account', 'owner', 'stage', 'amount', 'expected_close'])
})

test('invoices, campaigns and a data dictionary are nothing that is imported', () => {
  expect(fieldsOf(['INVOICEID', 'Subject', 'Invoice Owner', 'Grand Total']).entity).toBeNull()
  expect(fieldsOf(['Campaign Name', 'Type', 'Status', 'Start Date']).entity).toBeNull()
  expect(fieldsOf(['Table', 'Field', 'Description']).entity).toBeNull()
})

test('values that cannot be what the header says make it doubtful', () => {
  const rows = Array.from({ length: 10 }, () => ['A', 'Open', 'maybe later'])
  const column = suggestMapping(['Deal Name', 'Stage', 'Close Date'], rows).columns[2]
  expect(column?.field).toBe('expected_close')
  expect(column?.confidence).toBeLessThan(0.6)
})

test('a mapping is remembered by its columns, in whatever order they stand', () => {
  const first = suggestSheet(['Deal Name', 'Stage', 'Whatever'], []).mapping
  const chosen = {
    ...first,
    columns: first.columns.map(each => (each.column === 2 ? { ...each, field: 'notes' } : each)),
  }
  const again = suggestSheet(['Whatever', 'Deal Name', 'Stage'], [], { remembered: [chosen] }).mapping
  expect(again.columns.map(each => each.field)).toEqual(['notes', 'deal_name', 'stage'])
})

test('headers that are names of things every object has do no harm', () => {
  expect(
    suggestMapping(['__proto__', 'constructor', 'Stage', 'Deal Name'], []).columns.map(each => each.field),
  ).toEqual([null, null, 'stage', 'deal_name'])
})

describe('the header rows of real exports', () => {
  const text = realText('crm-export-headers.json')
  const known = JSON.parse(text ?? '[]') as { product: string; entity: string; headers: string[] }[]
  test.skipIf(text === null)('they are at hand', () => expect(known.length).toBeGreaterThan(10))
  const short: readonly (readonly [RegExp, string])[] = [
    [/^Salesforce/, 'Salesforce'],
    [/^HubSpot/, 'HubSpot'],
    [/^Pipedrive/, 'Pipedrive'],
    [/^Zoho/, 'Zoho'],
    [/Dynamics/, 'Dynamics'],
    [/^Odoo/, 'Odoo'],
    [/^SuiteCRM/, 'SuiteCRM'],
    [/^EspoCRM/, 'EspoCRM'],
    [/^ERPNext/, 'ERPNext'],
    [/^Freshsales/, 'Freshsales'],
    [/^Maven/, 'Maven'],
  ]
  const table = (entity: string): string =>
    /history/i.test(entity)
      ? 'oppFact'
      : /^(accounts?|compan|organi)/i.test(entity)
        ? 'account'
        : /^contact/i.test(entity)
          ? 'person'
          : /^lead/i.test(entity)
            ? 'lead'
            : /^(notes|activit)/i.test(entity)
              ? 'activity'
              : /^sales teams/i.test(entity)
                ? 'rep'
                : 'opportunity'
  test.each(known.filter(each => !/Formatted|Territory/.test(`${each.entity}${each.product}`)))(
    '$product: $entity',
    ({ product, entity, headers }) => {
      const found = suggestMapping(headers, [])
      expect(found.product).toBe(short.find(([pattern]) => pattern.test(product))?.[1])
      expect(found.entity).toBe(table(entity))
    },
  )
})

describe('columns whose header alone does not decide', () => {
  const deal = ['Deal Name', 'Owner', 'Stage', 'Closed']
  const closed = (values: string[]): string | null | undefined =>
    suggestSheet(
      deal,
      values.map(value => ['A', 'Ann', 'Won', value]),
    ).mapping.columns[3]?.field

  test('“Closed” is the day a deal was closed where it holds days, and whether it is closed where it holds yes and no', () => {
    expect(closed(['2017-03-01', '2017-04-02', '2017-03-01', '2017-03-01'])).toBe('actual_close')
    expect(closed(['01/03/2017', '02/04/2017'])).toBe('actual_close')
    expect(closed(['TRUE', 'FALSE', 'TRUE', 'TRUE'])).toBe('is_closed')
    expect(closed(['1', '0', '1', '1'])).toBe('is_closed')
  })

  test('an account’s territory is the region of its owner, and goes nowhere where no owner is named', () => {
    const header = ['account_name', 'owner', 'territory', 'segment']
    const { fields } = fieldsOf(header, [['TechStart', 'Lisa Chen', 'West', 'SMB']], 'accounts.csv')
    expect(fields).toEqual(['account', 'owner', 'region', 'type'])
    const alone = suggestSheet(['account_name', 'territory', 'segment'], [], { table: 'account' })
    expect(alone.mapping.columns[1]).toMatchObject({
      field: null,
      why: 'It would be the “Owner’s region”, but no column names the owner.',
    })
  })

  test('a grid of our own that was exported is known by the labels of its columns', () => {
    const header = [
      'Opportunity',
      'Account',
      'Owner',
      'CRM stage',
      'Won amount',
      'CRM close date',
      'CRM probability',
    ]
    expect(fieldsOf(header).fields).toEqual([
      'deal_name',
      'account',
      'owner',
      'stage',
      'actual_amount',
      'expected_close',
      'probability',
    ])
  })
})
