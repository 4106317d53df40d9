/** ag-grid-community in the benchmark, with its defaults and animation off. */
import { AllCommunityModule, createGrid, ModuleRegistry, type GridApi } from 'ag-grid-community'
import type { Contestant } from './contestant'
import { benchColumns, type BenchDeal } from './deals'

ModuleRegistry.registerModules([AllCommunityModule])

/** ag-grid over `deals`. */
export function ag(deals: readonly BenchDeal[]): Contestant {
  let api: GridApi<BenchDeal> | null = null
  return {
    mount: room => {
      api = createGrid<BenchDeal>(room, {
        rowData: [...deals],
        animateRows: false,
        rowHeight: 28,
        getRowId: row => row.data.id,
        columnDefs: benchColumns.map(field => ({
          field,
          width: 140,
          filter: field === 'name' ? 'agTextColumnFilter' : false,
        })),
      })
    },
    sort: (colId, descending) =>
      api?.applyColumnState({ state: [{ colId, sort: descending ? 'desc' : 'asc' }] }),
    unsort: () => api?.applyColumnState({ defaultState: { sort: null } }),
    contains: text =>
      api?.setFilterModel(
        text === '' ? null : { name: { filterType: 'text', type: 'contains', filter: text } },
      ),
    group: null,
    firstText: key => document.querySelector(`.ag-row[row-index="0"] [col-id="${key}"]`)?.textContent ?? null,
    lineCount: () => api?.getDisplayedRowCount() ?? 0,
    scroller: () =>
      (document.querySelector<HTMLElement>('.ag-grid-viewport, .ag-body-viewport') ??
        document.body) as HTMLElement,
    isDrawn: element => element !== null && element.closest('.ag-row') !== null,
  }
}
