/** Cities of the sample region with their coordinates, and the team that works each of them. */

/** A team of the sample region. */
export type Team = 'Coast' | 'Inland' | 'Lakes'

/** A city; latitude and longitude in degrees, `code` is the area code of its telephone numbers. */
export interface Place {
  readonly city: string
  readonly state: string
  readonly lat: number
  readonly lon: number
  readonly zip: string
  readonly code: string
  readonly team: Team
}

const rows: readonly (readonly [Team, string, string, number, number, string, string])[] = [
  ['Coast', 'Boston', 'MA', 42.3601, -71.0589, '02110', '617'],
  ['Coast', 'Providence', 'RI', 41.824, -71.4128, '02903', '401'],
  ['Coast', 'New Haven', 'CT', 41.3083, -72.9279, '06510', '203'],
  ['Coast', 'Bridgeport', 'CT', 41.1792, -73.1894, '06604', '203'],
  ['Coast', 'Portland', 'ME', 43.6591, -70.2568, '04101', '207'],
  ['Coast', 'Portsmouth', 'NH', 43.0718, -70.7626, '03801', '603'],
  ['Coast', 'New Bedford', 'MA', 41.6362, -70.9342, '02740', '508'],
  ['Coast', 'Newark', 'NJ', 40.7357, -74.1724, '07102', '973'],
  ['Coast', 'New York', 'NY', 40.7128, -74.006, '10004', '212'],
  ['Coast', 'Philadelphia', 'PA', 39.9526, -75.1652, '19106', '215'],
  ['Coast', 'Wilmington', 'DE', 39.7391, -75.5398, '19801', '302'],
  ['Coast', 'Baltimore', 'MD', 39.2904, -76.6122, '21202', '410'],
  ['Coast', 'Norfolk', 'VA', 36.8508, -76.2859, '23510', '757'],
  ['Coast', 'Newport News', 'VA', 36.9787, -76.428, '23607', '757'],
  ['Inland', 'Worcester', 'MA', 42.2626, -71.8023, '01608', '508'],
  ['Inland', 'Springfield', 'MA', 42.1015, -72.5898, '01103', '413'],
  ['Inland', 'Hartford', 'CT', 41.7658, -72.6734, '06103', '860'],
  ['Inland', 'Manchester', 'NH', 42.9956, -71.4548, '03101', '603'],
  ['Inland', 'Burlington', 'VT', 44.4759, -73.2121, '05401', '802'],
  ['Inland', 'Albany', 'NY', 42.6526, -73.7562, '12207', '518'],
  ['Inland', 'Binghamton', 'NY', 42.0987, -75.918, '13901', '607'],
  ['Inland', 'Scranton', 'PA', 41.409, -75.6624, '18503', '570'],
  ['Inland', 'Allentown', 'PA', 40.6084, -75.4902, '18101', '610'],
  ['Inland', 'Harrisburg', 'PA', 40.2732, -76.8867, '17101', '717'],
  ['Inland', 'Lancaster', 'PA', 40.0379, -76.3055, '17603', '717'],
  ['Inland', 'Trenton', 'NJ', 40.2206, -74.7597, '08608', '609'],
  ['Inland', 'Roanoke', 'VA', 37.271, -79.9414, '24011', '540'],
  ['Inland', 'Richmond', 'VA', 37.5407, -77.436, '23219', '804'],
  ['Lakes', 'Syracuse', 'NY', 43.0481, -76.1474, '13202', '315'],
  ['Lakes', 'Rochester', 'NY', 43.1566, -77.6088, '14604', '585'],
  ['Lakes', 'Buffalo', 'NY', 42.8864, -78.8784, '14202', '716'],
  ['Lakes', 'Erie', 'PA', 42.1292, -80.0851, '16501', '814'],
  ['Lakes', 'Pittsburgh', 'PA', 40.4406, -79.9959, '15222', '412'],
  ['Lakes', 'Cleveland', 'OH', 41.4993, -81.6944, '44114', '216'],
  ['Lakes', 'Akron', 'OH', 41.0814, -81.519, '44308', '330'],
  ['Lakes', 'Youngstown', 'OH', 41.0998, -80.6495, '44503', '330'],
  ['Lakes', 'Toledo', 'OH', 41.6528, -83.5379, '43604', '419'],
  ['Lakes', 'Columbus', 'OH', 39.9612, -82.9988, '43215', '614'],
  ['Lakes', 'Wheeling', 'WV', 40.064, -80.7209, '26003', '304'],
  ['Lakes', 'Detroit', 'MI', 42.3314, -83.0458, '48226', '313'],
  ['Lakes', 'Ann Arbor', 'MI', 42.2808, -83.743, '48104', '734'],
  ['Lakes', 'Fort Wayne', 'IN', 41.0793, -85.1394, '46802', '260'],
]

/** All cities of the sample region. */
export const places: readonly Place[] = rows.map(([team, city, state, lat, lon, zip, code]) => ({
  team,
  city,
  state,
  lat,
  lon,
  zip,
  code,
}))
