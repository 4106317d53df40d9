/** The fields that files of many tables have: what their headers have in common stands here once. */
import { field, reference, type ImportField } from './import-field'

const joined = (common: string, more: string): string => (more === '' ? common : `${common}|${more}`)

/** The account of a record, by name; `more` are the headers of one table. */
export const accountRef = (more = ''): ImportField =>
  reference(
    'account',
    'Account',
    'account',
    'account',
    'name',
    joined('Account Name|Account|Company|Organization', more),
  )

/** The account of a record, by its outside id; `more` are the headers of one table. */
export const accountIdRef = (more = ''): ImportField =>
  reference(
    'account_id',
    'Account id',
    'account',
    'account',
    'id',
    joined('Account ID|AccountId|Associated Company IDs', more),
  )

/** The rep who owns a record, by name; `more` are the headers of one table. */
export const ownerRef = (label: string, more = ''): ImportField =>
  reference('owner', label, 'owner', 'rep', 'name', joined('Owner|Assigned to', more))

/** The rep who owns a record, by outside id; `more` are the headers of one table. */
export const ownerIdRef = (label: string, more = ''): ImportField =>
  reference('owner_id', label, 'owner', 'rep', 'id', joined('OwnerId|Owner ID', more))

/** The opportunity of a record, by its outside id; `more` are the headers of one table. */
export const dealIdRef = (more = ''): ImportField =>
  reference(
    'deal_id',
    'Opportunity id',
    'opportunity',
    'opportunity',
    'id',
    joined('Opportunity ID|OpportunityId|Deal ID|POTENTIALID', more),
  )

/** The opportunity of a record, by name; `more` are the headers of one table. */
export const dealRef = (more = ''): ImportField =>
  reference(
    'deal_name',
    'Opportunity',
    'opportunity',
    'opportunity',
    'name',
    joined('Opportunity Name|Opportunity|Deal Name', more),
  )

/** The product of a record, by name; `more` are the headers of one table. */
export const productRef = (more = ''): ImportField =>
  reference('product', 'Product', 'product', 'product', 'name', joined('Product|Product Name|Item', more))

/** The product of a record, by outside id; `more` are the headers of one table. */
export const productIdRef = (more = ''): ImportField =>
  reference(
    'product_id',
    'Product id',
    'product',
    'product',
    'id',
    joined('Product ID|PRODUCTID|Product2Id|Product Code|SKU', more),
  )

/** Where a record came from; `more` are the headers of one table. */
export const leadSourceRef = (more = ''): ImportField =>
  reference(
    'lead_source',
    'Lead source',
    'leadSource',
    'leadSource',
    'name',
    joined('Lead Source|LeadSource|Original Source|Source', more),
  )

/** The day a record was created; `more` are the headers of one table. */
export const createdField = (more = ''): ImportField =>
  field(
    'created',
    'Created on',
    'createdOn',
    'day',
    joined('Created Date|CreatedDate|Create Date|Created Time|Created On|Date Created|createdAt', more),
  )

/** What was noted; `more` are the headers of one table. */
export const notesField = (more = ''): ImportField =>
  field('notes', 'Notes', 'notes', 'text', joined('Description|Notes', more))

/** Tags; `more` are the headers of one table. */
export const tagsField = (more = ''): ImportField =>
  field('tags', 'Tags', 'tags', 'list', joined('Tag|Tags|Labels', more))

/** The currency of the row’s money; `more` are the headers of one table. */
export const currencyField = (more = ''): ImportField =>
  field('currency', 'Currency', 'currency', 'currency', joined('Currency|CurrencyIsoCode', more))

/** Whether the source has deleted the record; `more` are the headers of one table. */
export const deletedField = (more = ''): ImportField =>
  field('deleted', 'Is deleted', null, 'flag', joined('IsDeleted|Deleted|Is Deleted', more))

/** A first name; `more` are the headers of one table. */
export const firstNameField = (more = ''): ImportField =>
  field('first_name', 'First name', null, 'text', joined('First Name|FirstName', more))

/** A last name; `more` are the headers of one table. */
export const lastNameField = (more = ''): ImportField =>
  field('last_name', 'Last name', null, 'text', joined('Last Name|LastName', more))

/** An e-mail address; `more` are the headers of one table. */
export const emailField = (more = ''): ImportField =>
  field('email', 'E-mail', 'email', 'text', joined('Email|E-mail|Email Address', more))

/** A telephone number; `more` are the headers of one table. */
export const phoneField = (more = ''): ImportField =>
  field('phone', 'Phone', 'phone', 'text', joined('Phone|Phone Number', more))
