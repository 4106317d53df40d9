/** Invented names of companies and people for the sample region; company stems are made up so that no real firm is meant. */
import type { Random } from '../base/random'

/** A sector with the words that its companies put behind their name. */
export interface Sector {
  readonly name: string
  readonly market: string
  readonly words: readonly string[]
}

/** The sectors of the sample region. */
export const sectors: readonly Sector[] = [
  { name: 'Shipbuilding', market: 'Heavy industry', words: ['Shipyards', 'Marine Works', 'Dockyard'] },
  { name: 'Machine building', market: 'Heavy industry', words: ['Machine Works', 'Gearing', 'Turbines'] },
  { name: 'Paper', market: 'Process industry', words: ['Paper', 'Board Mills', 'Packaging'] },
  { name: 'Chemicals', market: 'Process industry', words: ['Chemicals', 'Coatings', 'Resins'] },
  { name: 'Food', market: 'Process industry', words: ['Foods', 'Dairies', 'Bakeries'] },
  { name: 'Water', market: 'Utilities', words: ['Water', 'Water District', 'Reservoirs'] },
  { name: 'Energy', market: 'Utilities', words: ['Power Cooperative', 'Grid', 'District Heating'] },
  { name: 'Logistics', market: 'Transport', words: ['Freight', 'Terminals', 'Cold Storage'] },
]

/** Made-up first words of company names; each is used for one company or for one group of companies. */
export const stems: readonly string[] = (
  'Quellmarsh Tarnover Vessary Osterhalm Pellwick Drummoch Larkenby Brindavale Hollisgrave Ketterwyn ' +
  'Ondersley Thistlemere Fenwarrow Galdreth Corrowby Yarrowfeld Skellowen Wraxenholm Ebberstow Candlewray ' +
  'Dunmarrick Fallowhurn Gorsewater Hathermoor Inverlock Jarrowmead Kilbrannoch Lindenfar Morrowdale Netherquill ' +
  'Orrinshaw Penhallick Quarrendale Rushmarrow Saltergrave Tollanby Umberlock Vandermoss Wendlebury Abbotsrigg ' +
  'Barrowquay Cobberley Dellamoor Estuvane Farrendyke Glenorrick Harkenwold Islemarch Kestermoor Lowmantle ' +
  'Marlcroft Northwane Oakenspar Pinnacrest Ravelmoor Sedgewharf Tamberlyn Uplander Verrowick Whinstead ' +
  'Aldermoth Brackenvale Crowmarden Dovermark Elmsworthy Frostenby Greywether Holmquarry Ivenshaw Kelloway ' +
  'Lyndquarter Mossenden Ninehearth Ostervale Plumbrook Quaystone Rookmantle Stallowby Thornquist Underbeck ' +
  'Vellacourt Wintermarsh Yewmarch Zellerford Ambermoor Bryndle Cinderhalt Dromloch Evenquay Fairmantle ' +
  'Girdlestone Hemmeroth Ironmarsh Junipoint Kirrenvale Lanternby Merrowick Nightingmoor Oldercombe Perrinhalt ' +
  'Quillington Ruddermoor Silverthwaite Tidewarrow Ullenshaw Vanterbrook Wayfarrow Yondermill Zephermoor Ashquarry ' +
  'Bellowmarsh Cragmantle Drifthollow Emberstoke Foxmarrow Gullwharf Havenrigg Icklemoor Kingsquill Lochmarren'
).split(' ')

const firstNames = (
  'Ada Amara Andre Anita Arjun Beatriz Ben Carla Cedric Chidi Clara Daniel Dana Devon Elena Elias Emeka Erin Esther ' +
  'Farah Felix Fiona Gabriel Grace Hana Hector Helen Ibrahim Ines Irene Isaac Jade Jamal Jonas Joyce Julia Kai Karen ' +
  'Kofi Lena Leo Lina Louis Lucia Maeve Marcus Maria Marta Mateo Mei Mina Miriam Nadia Naomi Nate Nils Noor Oliver ' +
  'Omar Owen Paula Pedro Petra Priya Quentin Rafael Ravi Renee Rosa Ruth Samir Sana Sara Simon Sofia Stefan Tara ' +
  'Theo Tomas Uma Victor Wanda Wei Yara Yusuf Zoe'
).split(' ')

const lastNames = (
  'Abara Adeyemi Albrecht Almeida Anand Baptiste Barros Becker Bergin Bianchi Boateng Brandt Calloway Castellan Chandra ' +
  'Cho Coyle Crane Dallimore Delgado Demir Donnelly Drury Duarte Eklund Ellery Farkas Ferrer Fontaine Gallagher Garrick ' +
  'Goddard Greer Haddad Hallam Hartono Hoang Holm Ibarra Iversen Jansen Joshi Kamara Keane Kessler Kowal Krishnan Lamar ' +
  'Laurent Lindqvist Lowell Macrae Maddox Malik Marchetti Mbeki Mercer Moreau Nakata Ndiaye Novak Nyberg Oduya Okafor ' +
  'Okonjo Olsen Ortega Pacheco Patel Pereira Pham Quist Radley Ramos Reyes Rossi Salazar Sandoval Schuster Serrano Shah ' +
  'Sokolov Stroud Takeda Tamm Tanaka Thorne Tran Ulrich Vance Varga Vasquez Voss Wachter Wallin Whitlock Yilmaz Zeller'
).split(' ')

/** Gives people's names, none of them twice. */
export function peopleNames(random: Random): () => string {
  const given = new Set<string>()
  return () => {
    let name: string
    do name = `${random.pick(firstNames)} ${random.pick(lastNames)}`
    while (given.has(name))
    given.add(name)
    return name
  }
}

/** The part of a mail address that a name becomes: lower case, words joined with `mark`. */
export const addressPart = (name: string, mark: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', mark)

/** Titles at a customer with their department and the buying role that people of that title mostly play. */
export const titles: readonly (readonly [
  title: string,
  department: string,
  role: 'economic' | 'technical' | 'user' | 'purchasing',
])[] = [
  ['Chief Financial Officer', 'Finance', 'economic'],
  ['Plant Manager', 'Operations', 'economic'],
  ['VP Operations', 'Operations', 'economic'],
  ['Maintenance Manager', 'Maintenance', 'user'],
  ['Reliability Engineer', 'Maintenance', 'user'],
  ['Shift Supervisor', 'Operations', 'user'],
  ['Head of Engineering', 'Engineering', 'technical'],
  ['Controls Engineer', 'Engineering', 'technical'],
  ['IT Manager', 'IT', 'technical'],
  ['Purchasing Manager', 'Purchasing', 'purchasing'],
  ['Safety Manager', 'Safety', 'user'],
]
