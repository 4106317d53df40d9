/** The keys of a command, drawn as keys. */
import styles from './part.module.css'

const marks: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }
const macMarks: Readonly<Record<string, string>> = { ...marks, Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** `keys` like "Mod+Shift+Z"; Mod is Ctrl, or the command key on a Mac. */
export function KeyHint({ keys, mac = false }: { readonly keys: string; readonly mac?: boolean }) {
  const words = mac ? macMarks : marks
  return (
    <span className={styles.keys}>
      {keys.split('+').map(key => (
        <kbd key={key} className={styles.key}>
          {words[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}
