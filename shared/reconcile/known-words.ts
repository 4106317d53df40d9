/** Words that are spelt right, to hold odd spellings against: countries and common sectors. */
import { foldText } from '../base/text'

const countries =
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Norway|Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|United States of America|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|Korea|Great Britain|England|Scotland|Wales|Deutschland|Österreich|Schweiz|España|Italia|Danmark|Sverige|Norge|Nederland|Belgique|Polska'

const sectors =
  'Aerospace|Agriculture|Apparel|Automotive|Banking|Biotechnology|Broadcasting|Chemicals|Communications|Construction|Consulting|Consumer Goods|Defense|Distribution|Education|Electronics|Employment|Energy|Engineering|Entertainment|Environmental|Finance|Financial Services|Food and Beverage|Government|Healthcare|Hospitality|Human Resources|Information Technology|Insurance|Legal|Logistics|Machinery|Manufacturing|Marketing|Media|Medical|Mining|Non Profit|Nonprofit|Oil and Gas|Pharma|Pharmaceuticals|Professional Services|Public Sector|Publishing|Real Estate|Recreation|Research|Retail|Security|Services|Shipping|Software|Sports|Technology|Telecommunications|Textiles|Transportation|Travel|Utilities|Wholesale|Other'

const folded = (list: string): ReadonlyMap<string, string> =>
  new Map(list.split('|').map(word => [foldText(word), word]))

const lists: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  country: folded(countries),
  sector: folded(sectors),
}

/** The well-spelt words of a dimension by folded form; none for dimensions without a list. */
export const knownWords = (field: string): ReadonlyMap<string, string> => lists[field] ?? new Map()
