/** How backups are named, and which of a series are kept: `<series>--<stamp>.<extension>`. */

/** How many backups of one series are kept. */
export const keptPerSeries = 20

/** True for the name of a backup: letters, digits, dots, dashes and underscores, not hidden, not half written. */
export const isBackupName = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_][\w.-]{0,99}$/.test(value) && !value.endsWith('.part')

/** The series of a backup: what stands before the last `--`, or the whole name. */
export function backupSeries(name: string): string {
  const cut = name.lastIndexOf('--')
  return cut > 0 ? name.slice(0, cut) : name
}

/** The names to drop so that each series keeps its newest `keep`; `at` is in milliseconds since 1970. */
export function backupsToDrop(
  backups: readonly { readonly name: string; readonly at: number }[],
  keep = keptPerSeries,
): string[] {
  const kept = new Map<string, number>()
  const drop: string[] = []
  for (const { name } of [...backups].sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1))) {
    const series = backupSeries(name)
    const count = (kept.get(series) ?? 0) + 1
    kept.set(series, count)
    if (count > keep) drop.push(name)
  }
  return drop
}
