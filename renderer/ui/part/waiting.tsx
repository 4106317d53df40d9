/** What stands in the place of something that is coming: nothing at first, then quietly what it is. */
import styles from './part.module.css'

/** Fills its place; `name` says what is under way: "Opening My region". Shown only where it takes longer. */
export function Waiting({ name }: { readonly name: string }) {
  return (
    <div className={styles.waiting} role="status">
      {name}
    </div>
  )
}
