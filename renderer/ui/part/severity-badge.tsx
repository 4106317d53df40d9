/** How serious something is: an icon, a word and a colour together, never the colour alone. */
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconHandStop,
  IconInfoCircle,
  IconPoint,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './part.module.css'

/** Severities in falling order; `ok` and `neutral` are for states that need no action. */
export type Severity = 'block' | 'warn' | 'info' | 'ok' | 'neutral'

const looks = {
  block: { tone: 'danger', word: 'Blocks', Icon: IconHandStop },
  warn: { tone: 'warn', word: 'Warning', Icon: IconAlertTriangle },
  info: { tone: 'info', word: 'Note', Icon: IconInfoCircle },
  ok: { tone: 'ok', word: 'In order', Icon: IconCircleCheck },
  neutral: { tone: 'neutral', word: 'None', Icon: IconPoint },
} as const

/** A small badge; `children` replaces the severity's own word. */
export function SeverityBadge({
  severity,
  children,
}: {
  readonly severity: Severity
  readonly children?: ReactNode
}) {
  const { tone, word, Icon } = looks[severity]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Icon size={13} aria-hidden />
      {children ?? word}
    </span>
  )
}
