/** The fields that a file of products, activities, quotas or currency rates can have. */
import {
  accountIdRef,
  accountRef,
  currencyField,
  dealIdRef,
  dealRef,
  deletedField,
  ownerIdRef,
  ownerRef,
} from './common-fields'
import { field, reference, type ImportField } from './import-field'

/** Fields of a product. */
export const productFields: readonly ImportField[] = [
  field(
    'product_id',
    'Product id',
    'externalId',
    'id',
    'Product ID|PRODUCTID|Id|Record ID|Product2Id|External ID',
  ),
  field(
    'product',
    'Product',
    'name',
    'text',
    'Product|Product Name|Name|Item|Item Name|Description|Produkt|Article',
  ),
  field(
    'code',
    'Product code',
    'code',
    'id',
    'Product Code|Code|SKU|ProductCode|Item Number|Artikelnummer|Part Number',
  ),
  field(
    'family',
    'Product family',
    'family',
    'text',
    'series|Product Family|Family|Product Category|Category|Product Line|Product Group|Series',
  ),
  field(
    'list_price',
    'List price',
    'listPrice',
    'money',
    'sales_price|List Price|Price|Unit Price|UnitPrice|Standard Price|ListPrice|Listenpreis|Retail Price|Selling Price',
  ),
  field('cost', 'Cost', 'cost', 'money', 'Cost|Standard Cost|Unit Cost|StandardCost'),
  currencyField(),
  field('active', 'Active', 'active', 'flag', 'Product Active|Active|IsActive|Is Active'),
]

/** Fields of an activity: a call, a meeting, a task. */
export const activityFields: readonly ImportField[] = [
  field(
    'activity_id',
    'Activity id',
    'externalId',
    'id',
    'Activity ID|TASKID|EVENTID|CALLID|Id|Record ID|Activity - ID|External ID',
  ),
  field(
    'subject',
    'Subject',
    'subject',
    'text',
    'Subject|Title|Task title|Activity - Subject|Name|Topic|Betreff|Regarding Subject',
  ),
  field(
    'type',
    'Type',
    null,
    'text',
    'Type|Activity Type|Activity type|Task type|Activity - Type|Task Subtype|TaskSubtype|Kind|Art|Event Type',
  ),
  field('direction', 'Call direction', null, 'text', 'Call Type|Direction|Call Direction|CallType'),
  field(
    'status',
    'Status',
    null,
    'text',
    'Status|Task status|Activity - Done|Done|Call Status|Completed|Closed|IsClosed',
  ),
  field(
    'on',
    'On',
    'on',
    'day',
    'Call Start Time|Start DateTime|Activity date|Activity Date|ActivityDate|Date|Due Date|Due date|Start|Start Time|StartDateTime|Start Date|Activity - Due date|Datum|Call Time|Created Time|Meeting Date|From',
  ),
  field('due', 'Due on', null, 'day', 'Due Date|Due date|Activity - Due date'),
  field(
    'finished',
    'Finished on',
    null,
    'day',
    'Completion date|Completed Date|CompletedDateTime|Activity - Marked as done time|Date Completed',
  ),
  field('end', 'Ends', null, 'text', 'End DateTime|End|End Time|EndDateTime|End Date|To'),
  field(
    'minutes',
    'Minutes',
    'minutes',
    'number',
    'Call Duration (in minutes)|Duration (Minutes)|DurationInMinutes|Duration|Minutes|Activity - Duration|Duration Minutes',
  ),
  field(
    'seconds',
    'Seconds',
    null,
    'number',
    'Call Duration (in seconds)|CallDurationInSeconds|Duration (Seconds)|Seconds',
  ),
  ownerRef(
    'Owner',
    'Call Owner|Event Owner|Task Owner|Activity assigned to|Activity - Assigned to user|Host|Assigned|Rep|Salesperson|sales_agent',
  ),
  ownerIdRef('Owner id', 'Call Owner Id|Event Owner Id|Task Owner Id|Assigned To ID'),
  accountRef('Company / Account|Activity - Organization|Related Account'),
  accountIdRef(),
  dealRef('Deal|Activity - Deal|Regarding'),
  dealIdRef('WhatId|Associated Deal IDs'),
  reference('lead_id', 'Lead id', 'lead', 'lead', 'id', 'LEADID|Lead ID'),
  reference(
    'person',
    'Person',
    'persons',
    'person',
    'name',
    'Contact|Contact Name|Name|Activity - Contact person|Person|Attendee',
  ),
  reference(
    'person_id',
    'Contact id',
    'persons',
    'person',
    'id',
    'CONTACTID|WhoId|Contact ID|ContactId|Associated Contact IDs',
  ),
  field(
    'outcome',
    'Outcome',
    'outcome',
    'text',
    'Outcome|Result|Call Result|Call Purpose|Call outcome|Disposition|CallDisposition|Body|Note|Activity - Note|Comments|Description|Task body',
  ),
  deletedField(),
]

/** Fields of a quota. */
export const quotaFields: readonly ImportField[] = [
  reference(
    'rep',
    'Rep',
    'rep',
    'rep',
    'name',
    'Rep|Owner|Salesperson|Sales Rep|Name|sales_agent|User|Rep Name|Employee|Seller',
  ),
  reference(
    'rep_id',
    'Rep id',
    'rep',
    'rep',
    'id',
    'Rep ID|Owner ID|UserId|QuotaOwnerId|Employee ID|BusinessEntityID|salesperson_id|OwnerId',
  ),
  field('unit', 'Team or region', 'unit', 'text', 'Team|Region|Territory|Office|Unit'),
  field('period', 'Period', 'period', 'text', 'Period|Quarter|Month|Fiscal Period|Fiscal Quarter|Year'),
  field(
    'start',
    'Period starts',
    null,
    'day',
    'Start Date|StartDate|QuotaDate|Quota Date|Period Start|From|Date',
  ),
  field('measure', 'Measure', null, 'text', 'Measure|Quota Type|Type|Metric'),
  field(
    'amount',
    'Quota',
    'amount',
    'money',
    'Quota|Quota Amount|QuotaAmount|SalesQuota|Sales Quota|Target|Amount|Goal|Ziel|Plan',
  ),
  field('units', 'Units', 'units', 'whole', 'Units|Quantity|Quota Units'),
  currencyField(),
]

/** Fields of a currency rate. */
export const rateFields: readonly ImportField[] = [
  field(
    'currency',
    'Currency',
    'currency',
    'currency',
    'Currency|Currency Code|IsoCode|From Currency|Code|ToCurrencyCode',
  ),
  field('on', 'On', 'on', 'day', 'Date|On|Rate Date|CurrencyRateDate|Start Date|Valid From|StartDate'),
  field(
    'rate',
    'Rate',
    'rate',
    'number',
    'Rate|Exchange Rate|ConversionRate|Conversion Rate|AverageRate|EndOfDayRate',
  ),
]
