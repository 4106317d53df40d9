/** The exports that are known by their columns, one list a file type. */
import { preset, type Preset } from './preset'

const salesforce: readonly Preset[] = [
  preset(
    'Salesforce',
    'opportunity',
    '*Opportunity Owner=owner|Owner Role=|Account Name=account|Opportunity Name=deal_name|Stage=stage|*Fiscal Period=|Amount=amount|Amount Currency=currency|Amount (converted)=|Amount (converted) Currency=|Expected Revenue=|Probability (%)=probability|Age=|Close Date=expected_close|Created Date=created|Next Step=next_step|Lead Source=lead_source|Type=type|Opportunity ID=deal_id|Account ID=account_id|Last Activity=last_activity|Last Modified Date=|Forecast Category=forecast_category|Billing City=city|Billing State/Province=state|Billing Zip/Postal Code=postal_code|Billing Country=country|Closed=is_closed|Won=is_won|Stage Duration=|Product Name=product|Contact: Full Name=|Opportunity Owner: Full Name=owner',
  ),
  preset(
    'Salesforce',
    'opportunity',
    'Id=deal_id|*IsDeleted=deleted|AccountId=account_id|*IsPrivate=|Name=deal_name|Description=notes|*StageName=stage|*StageSortOrder=|Amount=amount|Probability=probability|ExpectedRevenue=|*TotalOpportunityQuantity=|CloseDate=expected_close|Type=type|NextStep=next_step|LeadSource=lead_source|IsClosed=is_closed|IsWon=is_won|ForecastCategory=forecast_category|ForecastCategoryName=forecast_category|CurrencyIsoCode=currency|CampaignId=|*HasOpportunityLineItem=|PricebookId=|*Pricebook2Id=|OwnerId=owner_id|Territory2Id=region|IsExcludedFromTerritory2Filter=|CreatedDate=created|CreatedById=|LastModifiedDate=|LastModifiedById=|*SystemModstamp=|LastActivityDate=last_activity|LastStageChangeDate=stage_since|FiscalYear=|FiscalQuarter=|Fiscal=|ContactId=|PrimaryPartnerAccountId=|SyncedQuoteId=|ContractId=|LastAmountChangedHistoryId=|LastCloseDateChangedHistoryId=|Error=|Status=',
  ),
  preset(
    'Salesforce',
    'account',
    'Id=account_id|*IsDeleted=deleted|*MasterRecordId=|Name=account|Type=type|*ParentId=parent_id|BillingStreet=street|BillingCity=city|BillingState=state|BillingPostalCode=postal_code|BillingCountry=country|*BillingLatitude=lat|BillingLongitude=lon|ShippingStreet=|ShippingCity=|ShippingState=|ShippingPostalCode=|ShippingCountry=|Phone=phone|Fax=|AccountNumber=|Website=website|Sic=|Industry=sector|AnnualRevenue=revenue|NumberOfEmployees=employees|Ownership=|*TickerSymbol=|Description=notes|Rating=|Site=|OwnerId=owner_id|CreatedDate=created|CreatedById=|LastModifiedDate=|LastModifiedById=|*SystemModstamp=|LastActivityDate=|CurrencyIsoCode=currency',
  ),
  preset(
    'Salesforce',
    'person',
    'Id=person_id|*IsDeleted=deleted|AccountId=account_id|LastName=last_name|FirstName=first_name|Salutation=|Name=person|MailingCity=city|Phone=phone|MobilePhone=mobile|*AssistantPhone=|*ReportsToId=reports_to_id|Email=email|Title=title|Department=department|LeadSource=lead_source|OwnerId=owner_id|LastActivityDate=|*EmailBouncedReason=|*EmailBouncedDate=|*IsEmailBounced=|CreatedDate=created',
  ),
  preset(
    'Salesforce',
    'lead',
    'Id=lead_id|*IsDeleted=deleted|LastName=last_name|FirstName=first_name|Salutation=|Name=lead|Title=|Company=company|Phone=phone|MobilePhone=|Email=email|Website=|LeadSource=lead_source|Status=status|Industry=sector|AnnualRevenue=|NumberOfEmployees=|OwnerId=owner_id|*IsConverted=converted|*ConvertedDate=converted_on|*ConvertedAccountId=account_id|*ConvertedContactId=person_id|*ConvertedOpportunityId=deal_id|LastModifiedDate=|LastActivityDate=|EmailBouncedReason=|EmailBouncedDate=|NumberofLocations__c=|CreatedDate=created|Country=country',
  ),
  preset(
    'Salesforce',
    'oppFact',
    'Id=history_id|*OpportunityId=deal_id|CreatedById=|CreatedDate=changed|*StageName=stage|Amount=amount|ExpectedRevenue=|CloseDate=expected_close|Probability=probability|ForecastCategory=forecast_category|SystemModstamp=|IsDeleted=deleted|*OpportunityHistoryKey=|CurrencyIsoCode=currency',
  ),
  preset(
    'Salesforce',
    'oppFact',
    'Opportunity Name=deal_name|Opportunity ID=deal_id|Account Name=|*From Stage=from_stage|*To Stage=stage|Amount=amount|Probability (%)=probability|Close Date=expected_close|Last Modified=changed|Last Modified By=|*Stage Duration=|Age=',
  ),
  preset(
    'Salesforce',
    'rep',
    'Id=rep_id|Name=rep|FirstName=first_name|LastName=last_name|*Username=email|Email=email|*IsActive=active|*ProfileId=|*UserRoleId=|*ManagerId=|Title=team|Department=',
  ),
]

const hubspot: readonly Preset[] = [
  preset(
    'HubSpot',
    'opportunity',
    'Record ID=deal_id|Deal Name=deal_name|Deal Stage=stage|Pipeline=pipeline|Amount=amount|*Amount in company currency=|Currency=currency|Close Date=expected_close|Create Date=created|*Deal owner=owner|*HubSpot Team=|Deal Type=type|Deal probability=probability|*Weighted amount=|Forecast category=forecast_category|*Forecast amount=|*Forecast probability=|Last Activity Date=last_activity|Next Activity Date=next_step_on|Next step=next_step|Number of Sales Activities=|Closed Lost Reason=loss_reason|Closed Won Reason=|*Is Closed Won=is_won|*Is closed lost=is_lost|*Is Deal Closed?=is_closed|Days to close=|Original Source=lead_source|*Associated Company=account|*Associated Company IDs=account_id|*Associated Company (Primary)=account|*Associated Company IDs (Primary)=account_id|Associated Contact=|Associated Contact IDs=|Associated Line item=|Associated Note=|Nombre del negocio=deal_name|Etapa del negocio=stage|Valor=amount|Moneda=currency|Number of Associated Contacts=|Deal Description=notes',
  ),
  preset(
    'HubSpot',
    'account',
    'Record ID=account_id|*Company name=account|*Company Domain Name=website|Website URL=|*Company owner=owner|Phone Number=phone|Street Address=street|City=city|*State/Region=state|Postal Code=postal_code|*Country/Region=country|Industry=sector|Annual Revenue=revenue|Number of Employees=employees|Type=type|*Lifecycle Stage=|Lead Status=|Create Date=created|Last Activity Date=|*Associated Contact IDs=|*Associated Deal IDs=|Parent Company=parent',
  ),
  preset(
    'HubSpot',
    'person',
    'Record ID=person_id|Contact ID=person_id|First Name=first_name|Last Name=last_name|Email=email|Phone Number=phone|Mobile Phone Number=mobile|*Contact owner=owner|Job Title=title|Company Name=account|Associated Company=account|*Associated Company IDs=account_id|Associated Company ID=account_id|*Lifecycle Stage=|Lead Status=|City=city|State/Region=|Country/Region=|Create Date=created|Last Activity Date=|*Unsubscribed from all email=|Original Source=lead_source',
  ),
  preset(
    'HubSpot',
    'activity',
    'Record ID=activity_id|*Activity type=type|Title=subject|Body=outcome|*Activity date=on|*Activity assigned to=owner|Associated Contact IDs=person_id|Associated Company IDs=account_id|Associated Deal IDs=deal_id|*Task title=subject|*Task body=outcome|Due date=on|*Task status=status|*Task type=type|Assigned to=owner|Completion date=finished',
  ),
]

const pipedrive: readonly Preset[] = [
  preset(
    'Pipedrive',
    'opportunity',
    '*Deal - ID=deal_id|*Deal - Pipedrive System ID=deal_id|*Deal - Title=deal_name|Deal - Creator=|*Deal - Owner=owner|*Deal - Value=amount|*Deal - Deal value=amount|*Deal - Currency of Value=currency|Deal - Currency=currency|Deal - Weighted value=|Deal - Currency of Weighted value=|Deal - Probability=probability|*Deal - Organization=account|Deal - Organization ID=account_id|Deal - Pipeline=pipeline|Deal - Contact person=|Deal - Contact person ID=|*Deal - Stage=stage|Deal - Label=type|*Deal - Status=status|*Deal - Deal created=created|Deal - Deal created on=created|Deal - Creation date=created|Deal - Add time=created|Deal - Update time=|Deal - Last stage change=stage_since|Deal - Next activity date=next_step_on|Deal - Last activity date=last_activity|Deal - Won time=won_time|Deal - Lost time=lost_time|Deal - Deal closed on=actual_close|Deal - Closed on=actual_close|Deal - Lost reason=loss_reason|Deal - Visible to=|Deal - Total activities=|Deal - Done activities=|Deal - Activities to do=|Deal - Email messages count=|Deal - Expected close date=expected_close|Deal - Product name=product|Deal - Participants=|Organization - Name=account|Person - Name=|Person - Email=|Person - Phone=|Organization - ZIP/Postal code of Address=postal_code',
  ),
  preset(
    'Pipedrive',
    'account',
    '*Organization - ID=account_id|*Organization - Name=account|Organization - Label=type|*Organization - Owner=owner|Organization - Address=|Organization - Apartment/suite no of Address=|Organization - House number of Address=|*Organization - Street/road name of Address=street|Organization - District/sublocality of Address=|*Organization - City/town/village/locality of Address=city|Organization - State/county of Address=state|Organization - Region of Address=|Organization - Country of Address=country|Organization - ZIP/Postal code of Address=postal_code|Organization - Full/combined address of Address=|*Organization - People=|*Organization - Open deals=|Organization - Closed deals=|Organization - Won deals=|Organization - Lost deals=|Organization - Next activity date=|Organization - Last activity date=|*Organization - Organization created=created|Organization - Update time=',
  ),
  preset(
    'Pipedrive',
    'person',
    '*Person - ID=person_id|*Person - Name=person|Person - First name=first_name|Person - Last name=last_name|Person - Label=|*Person - Organization=account|Person - Organization ID=account_id|Person - Email=email|Person - Email - Work=email|Person - Phone=phone|Person - Phone - Work=phone|Person - Owner=owner|Person - Job title=title|Person - Open deals=|Person - Closed deals=|Person - Next activity date=|Person - Last activity date=|Person - Person created=created|Person - Update time=',
  ),
  preset(
    'Pipedrive',
    'activity',
    '*Activity - ID=activity_id|*Activity - Subject=subject|*Activity - Type=type|*Activity - Due date=on|Activity - Due time=|Activity - Duration=minutes|*Activity - Done=status|Activity - Marked as done time=finished|Activity - Assigned to user=owner|Activity - Deal=deal_name|Activity - Organization=account|Activity - Contact person=person|Activity - Note=outcome|Activity - Add time=',
  ),
]

const dynamics: readonly Preset[] = [
  preset(
    'Dynamics',
    'opportunity',
    '*(Do Not Modify) Opportunity=deal_id|*(Do Not Modify) Row Checksum=|*(Do Not Modify) Modified On=|Created On=created|*Topic=deal_name|*Potential Customer=account|Status=status|Forecast category=forecast_category|Probability=probability|*Est. revenue=amount|Actual Revenue=actual_amount|*Est. Close Date=expected_close|Actual Close Date=actual_close|Owner=owner|Status Reason=status_reason|Currency=currency|Contact=|Account=account|Email Address=|Rating=|Pipeline Phase=stage|Process Stage=stage|Sales Stage=stage|Purchase Timeframe=|Budget Amount=budget|Originating Lead=|Modified On=|Description=notes|Territory (Region)=region|Closed Lost Reason=loss_reason',
  ),
  preset(
    'Dynamics',
    'account',
    '*(Do Not Modify) Account=account_id|*(Do Not Modify) Row Checksum=|*(Do Not Modify) Modified On=|Account Name=account|*Main Phone=phone|*Address 1: City=city|Address 1: ZIP/Postal Code=postal_code|Address 1: Street 1=street|Address 1: State/Province=state|Address 1: Country/Region=country|Primary Contact=|Email (Primary Contact) (Contact)=|Status=|Owner=owner|Industry=sector|Annual Revenue=revenue|Number of Employees=employees|Parent Account=parent|Website=website|Relationship Type=type|Created On=created|Account Number=',
  ),
  preset(
    'Dynamics',
    'person',
    '*(Do Not Modify) Contact=person_id|*(Do Not Modify) Row Checksum=|*(Do Not Modify) Modified On=|Full Name=person|First Name=first_name|Last Name=last_name|Company Name=account|Business Phone=phone|Mobile Phone=mobile|Email=email|Job Title=title|Status=|Owner=owner|Created On=created',
  ),
]

/** Every preset of the big five and the exports of other files. */
export const bigPresets: readonly Preset[] = [...salesforce, ...hubspot, ...pipedrive, ...dynamics]
