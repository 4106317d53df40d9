/** Light or dark from the first thing painted, before the code that draws has come. */

/** Where Mantine keeps what the user chose. */
const key = 'mantine-color-scheme-value'

/** Marks the page with the scheme that it will be drawn in: the user's, else the system's. */
export function showSchemeEarly(): void {
  const chosen = localStorage.getItem(key)
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = chosen === 'dark' || chosen === 'light' ? chosen : system
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}
