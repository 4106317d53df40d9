/** Tables of organisations and people: reps, accounts, persons and leads. */
import {
  choice,
  currency,
  day,
  flag,
  list,
  longText,
  money,
  must,
  number,
  ref,
  table,
  text,
  whole,
} from './field'

/** A salesperson. */
export const rep = table('rep', 'Rep', 'Reps', {
  name: must(text('Rep'), ''),
  externalId: text('Rep id'),
  email: text('E-mail'),
  manager: text('Manager'),
  team: text('Team'),
  region: text('Region'),
  active: flag('Active', true),
  startOn: day('Started on'),
  endOn: day('Left on'),
})

/** A company that buys or may buy. */
export const account = table('account', 'Account', 'Accounts', {
  name: must(text('Account'), ''),
  externalId: text('Account id'),
  parent: ref('account', 'Parent account'),
  owner: ref('rep', 'Account owner'),
  type: text('Account type'),
  sector: text('Sector'),
  employees: whole('Employees', { range: [0, 1e9] }),
  revenue: money('Annual revenue'),
  currency: currency(),
  founded: whole('Founded', { range: [1000, 9999] }),
  website: text('Website'),
  phone: text('Phone'),
  street: text('Street'),
  city: text('City'),
  state: text('State or province'),
  postalCode: text('Postal code'),
  country: text('Country'),
  lat: number('Latitude', { range: [-90, 90] }),
  lon: number('Longitude', { range: [-180, 180] }),
  createdOn: day('Created on'),
  tags: list('Tags'),
  notes: longText('Notes'),
})

/** A person at an account. */
export const person = table('person', 'Person', 'People', {
  name: must(text('Name'), ''),
  externalId: text('Contact id'),
  account: ref('account', 'Account'),
  title: text('Title'),
  department: text('Department'),
  reportsTo: ref('person', 'Reports to'),
  email: text('E-mail'),
  phone: text('Phone'),
  mobile: text('Mobile'),
  location: text('Location'),
  owner: ref('rep', 'Contact owner'),
  leadSource: ref('leadSource', 'Lead source'),
  stillThere: flag('Still there', true),
  since: day('In role since'),
  createdOn: day('Created on'),
  notes: longText('Notes', { private: true }),
})

/** A name that may become an opportunity. */
export const lead = table('lead', 'Lead', 'Leads', {
  name: must(text('Lead'), ''),
  externalId: text('Lead id'),
  company: text('Company'),
  account: ref('account', 'Account'),
  person: ref('person', 'Person'),
  owner: ref('rep', 'Lead owner'),
  leadSource: ref('leadSource', 'Lead source'),
  status: text('Lead status'),
  state: must(
    choice('State', {
      new: 'New',
      handed: 'Handed over',
      accepted: 'Accepted',
      working: 'Working',
      converted: 'Converted',
      rejected: 'Rejected',
      recycled: 'Recycled',
      archived: 'Archived',
    }),
    'new',
  ),
  opportunity: ref('opportunity', 'Became opportunity'),
  email: text('E-mail'),
  phone: text('Phone'),
  sector: text('Sector'),
  country: text('Country'),
  createdOn: day('Created on'),
  convertedOn: day('Converted on'),
})
