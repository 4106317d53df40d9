/** More exports that are known by their columns: Zoho, Odoo, SuiteCRM, EspoCRM, ERPNext, Freshsales and the Maven files. */
import { preset, type Preset } from './preset'
import { bigPresets } from './presets'

const zoho: readonly Preset[] = [
  preset(
    'Zoho',
    'opportunity',
    'Record Id=deal_id|*Deal Owner.id=owner_id|Deal Owner=owner|Amount=amount|Deal Name=deal_name|*Closing Date=expected_close|*Account Name.id=account_id|Account Name=account|Stage=stage|Type=type|Probability (%)=probability|Probability=probability|Next Step=next_step|Expected Revenue=|Lead Source=lead_source|*Campaign Source.id=|*Campaign Source=|Created By.id=|Created By=|Modified By.id=|Modified By=|Created Time=created|Modified Time=|*Contact Name.id=|Contact Name=|Description=notes|Last Activity Time=last_activity|Lead Conversion Time=|Sales Cycle Duration=|Overall Sales Duration=|Pipeline=pipeline|Change Log Time=|Locked=|Reason For Loss=loss_reason|Tag=tags|Currency=currency|Exchange Rate=',
  ),
  preset(
    'Zoho',
    'opportunity',
    '*Potential Name=deal_name|*Potential Owner=owner|POTENTIALID=deal_id|Created Time=created|*Closing Date=expected_close|Amount=amount|Expected Revenue=|Stage=stage|*Forecast Type=status|Type=type|Lead Source=lead_source|Probability=probability|Age in Days=|Age Tier=|Amount Tier=|LEADID=|ACCOUNTID=account_id|CONTACTID=|*Tasks Involved=|*Events Involved=|*Calls Involved=|*Activities Involved=|Campaign Id=|Account Name=account',
  ),
  preset(
    'Zoho',
    'account',
    'Record Id=account_id|*Account Owner.id=owner_id|Account Owner=owner|Account Name=account|Phone=phone|Website=website|Account Type=type|Industry=sector|Annual Revenue=revenue|Employees=employees|*Parent Account.id=parent_id|Parent Account=parent|Rating=|Billing Street=street|Billing City=city|Billing State=state|*Billing Code=postal_code|Billing Country=country|Shipping Street=|Shipping City=|Shipping State=|*Shipping Code=|Shipping Country=|Created Time=created|Modified Time=|Last Activity Time=|Description=notes|Tag=tags',
  ),
  preset(
    'Zoho',
    'account',
    '*ACCOUNTID=account_id|Account Name=account|*Account Owner Id=owner_id|Account Owner=owner|Account Type=type|Industry=sector|Website=website|*Tasks Involved=|*Events Involved=|*Calls Involved=|*Activities Involved=',
  ),
  preset(
    'Zoho',
    'person',
    'Record Id=person_id|*Contact Owner.id=owner_id|Contact Owner=owner|Lead Source=lead_source|First Name=first_name|Last Name=last_name|*Account Name.id=account_id|Account Name=account|*Vendor Name.id=|Vendor Name=|Email=email|Title=title|Department=department|Phone=phone|Mobile=mobile|Created By.id=|Created By=|Modified By.id=|Modified By=|Created Time=created|Modified Time=|Contact Name=person|Mailing Street=|Mailing City=city|Mailing State=|Mailing Zip=|Mailing Country=|Description=notes|*Email Opt Out=|Salutation=|Last Activity Time=|Locked=',
  ),
  preset(
    'Zoho',
    'person',
    '*CONTACTID=person_id|Last Name=last_name|First Name=first_name|*Contact Owner Id=owner_id|Contact Owner=owner|Account Id=account_id|Email=email|Lead Source=lead_source|Mobile=mobile|Created Time=created',
  ),
  preset(
    'Zoho',
    'lead',
    '*LEADID=lead_id|Last Name=last_name|First Name=first_name|Company=company|*Lead Owner=owner|Email=email|Mobile=phone|Website=|Industry=sector|Lead Source=lead_source|*Lead Status=status|Created Time=created|*CONVERTED=converted|month_Created Time1=',
  ),
  preset(
    'Zoho',
    'activity',
    '*TASKID=activity_id|*Call Start Time=on|*Call Duration (in seconds)=seconds|Call Owner=owner|*Call Owner Id=owner_id|Subject=subject|*Call Type=direction|*Call Purpose=outcome|Billable=|Created Time=|Modified Time=|CONTACTID=person_id|ACCOUNTID=account_id|POTENTIALID=deal_id|LEADID=lead_id|Call Duration (in minutes)=minutes|Who Id Id=|What Id=|SEMODULE=',
  ),
  preset(
    'Zoho',
    'activity',
    '*EVENTID=activity_id|Event Owner=owner|*Event Owner Id=owner_id|Subject=subject|*Start DateTime=on|End DateTime=|Created Time=|Modified Time=|CONTACTID=person_id|ACCOUNTID=account_id|POTENTIALID=deal_id|LEADID=lead_id|Who Id Id=|What Id=|SEMODULE=',
  ),
  preset(
    'Zoho',
    'activity',
    '*Task Owner=owner|Subject=subject|Created Time=|Due Date=on|Status=status|Modified Time=',
  ),
  preset(
    'Zoho',
    'product',
    '*PRODUCTID=product_id|Product Name=product|*Product Owner=|Product Code=code|*Product Active=active|*Product Manufacturer=|Product Category=family|Created Time=|Modified Time=|Cost=cost|Taxable=|Commission Rate=|Quantity Ordered=|Quantity In Stock=|Reorder Level=|Quantity In Demand=|Cost of Stocks in hand=|*Need Replenishment=|Unit Price=list_price',
  ),
  preset('Zoho', 'rep', '*USER_ID=rep_id|First Name=first_name|Last Name=last_name|Email=email'),
]

const others: readonly Preset[] = [
  preset(
    'Odoo',
    'opportunity',
    'Opportunity=deal_name|*Salesperson=owner|*Sales Team=pipeline|Company=|Customer=account|Contact Name=|Company Name=|Email=|Phone=|Mobile=|Website=|Stage=stage|Expected Revenue=amount|*Prorated Revenue=|*Recurring Revenues=|*Recurring Plan=|*Expected MRR=|Currency=currency|Probability=probability|Priority=|Tags=tags|*Expected Closing=expected_close|Closed Date=actual_close|*Assignment Date=engaged|*Days to Assign=|Days to Close=|*Last Stage Update=stage_since|Conversion Date=|Lost Reason=loss_reason|Campaign=|Medium=|Source=lead_source|Street=street|Street2=|Zip=postal_code|City=city|State=state|Country=country|Notes=notes|Active=is_active|Created on=created|External ID=deal_id|Activities=|My Activity Deadline=',
  ),
  preset(
    'Odoo',
    'opportunity',
    'id=deal_id|name=deal_name|*user_id=owner|user_id/id=owner_id|*team_id=pipeline|*partner_id=account|partner_id/id=account_id|*stage_id=stage|expected_revenue=amount|probability=probability|*date_deadline=expected_close|*date_closed=actual_close|*lost_reason_id=loss_reason|zip=postal_code|city=city|*state_id=state|*country_id=country|create_date=created|*date_open=engaged|tag_ids=tags|active=is_active|prorated_revenue=|*date_last_stage_update=stage_since',
  ),
  preset(
    'SuiteCRM',
    'opportunity',
    'Opportunity Name=deal_name|ID=deal_id|Type=type|Account Name=account|Account ID=account_id|Lead Source=lead_source|*Campaign ID=|*Opportunity Amount=amount|Amount=|Currency=currency|Expected Close Date=expected_close|Next Step=next_step|*Sales Stage=stage|Probability (%)=probability|Description=notes|*Assigned to=owner|*Assigned User=owner_id|*Date Created=created|*Date Modified=|Created By=|Modified By=|*Deleted=deleted',
  ),
  preset(
    'SuiteCRM',
    'account',
    'Name=account|ID=account_id|Website=website|Email Address=|Office Phone=phone|*Alternate Phone=|Fax=|Billing Street=street|Billing City=city|Billing State=state|Billing Postal Code=postal_code|Billing Country=country|Shipping Street=|Shipping City=|Shipping State=|Shipping Postal Code=|Shipping Country=|Description=notes|Type=type|Industry=sector|Annual Revenue=revenue|Employees=employees|*SIC Code=|Ticker Symbol=|*Parent Account ID=parent_id|Ownership=|Campaign ID=|Rating=|Assigned User Name=owner|*Assigned User ID=owner_id|*Date Created=created|*Date Modified=|Modified By=|Created By=|*Deleted=deleted',
  ),
  preset(
    'EspoCRM',
    'opportunity',
    'id=deal_id|name=deal_name|*amountCurrency=currency|amount=amount|*amountConverted=|*amountWeightedConverted=|accountId=account_id|*accountName=account|*contactsIds=|*contactsNames=|stage=stage|*lastStage=|probability=probability|leadSource=lead_source|closeDate=expected_close|description=notes|*createdAt=created|*modifiedAt=|createdById=|*createdByName=|modifiedById=|*modifiedByName=|*assignedUserId=owner_id|*assignedUserName=owner|*teamsIds=|*teamsNames=|deleted=deleted',
  ),
  preset(
    'EspoCRM',
    'account',
    'id=account_id|name=account|website=website|*emailAddress=|*phoneNumber=phone|type=type|industry=sector|*sicCode=|*billingAddressStreet=street|*billingAddressCity=city|*billingAddressState=state|*billingAddressCountry=country|*billingAddressPostalCode=postal_code|*shippingAddressStreet=|*shippingAddressCity=|description=notes|*createdAt=created|*modifiedAt=|*assignedUserId=owner_id|*assignedUserName=owner|*teamsIds=|deleted=deleted',
  ),
  preset(
    'ERPNext',
    'opportunity',
    'ID=deal_id|*Series=|*Opportunity From=|Customer=account|Lead=|*Customer / Lead Name=account|Title=deal_name|Opportunity Type=type|Status=status|Lost Reason=loss_reason|Territory=region|*Customer Group=|Contact Person=|Contact Email=|Contact Mobile No=|Source=lead_source|Campaign=|Company=|*Opportunity Date=created|Sales Stage=stage|*Expected Closing Date=expected_close|Probability (%)=probability|Opportunity Amount=amount|Currency=currency|Opportunity Owner=owner',
  ),
  preset(
    'Freshsales',
    'opportunity',
    'Deal Name=deal_name|*Deal Value=amount|*Deal value in Base Currency=|Currency=currency|Deal Stage=stage|*Deal Pipeline=pipeline|Probability=probability|Expected close date=expected_close|Closed date=actual_close|Owner=owner|Account=account|*Related Contacts=|Type=type|Source=lead_source|Campaign=|Product=product|*Payment status=|Lost reason=loss_reason|Forecast category=forecast_category|Tags=tags|Created at=created|Updated at=|Deal ID=deal_id',
  ),
  preset(
    'Maven',
    'opportunity',
    '*opportunity_id=deal_id|*sales_agent=owner|product=product|account=account|*deal_stage=stage|*engage_date=engaged|close_date=actual_close|*close_value=actual_amount',
  ),
  preset(
    'Maven',
    'account',
    'account=account|sector=sector|*year_established=founded|revenue=revenue*1000000|employees=employees|*office_location=country|*subsidiary_of=parent',
  ),
  preset('Maven', 'rep', '*sales_agent=rep|manager=manager|*regional_office=region'),
  preset('Maven', 'product', 'product=product|*series=family|*sales_price=list_price'),
]

/** Every preset. */
export const presets: readonly Preset[] = [...bigPresets, ...zoho, ...others]
