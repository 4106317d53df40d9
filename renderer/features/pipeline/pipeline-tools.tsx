/** The tools of the pipeline grid: segments, deciding and closing what is selected, and the review. */
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFlagCheck, IconGavel, IconReportAnalytics } from '@tabler/icons-react'
import type { FilterGroup } from '../../ui/grid/engine/filter'
import type { Asking } from './decide-dialogs'
import styles from './pipeline.module.css'
import { SegmentMenu } from './segment-menu'

/** What the tools are about. */
export interface PipelineToolsProps {
  /** What the grid shows now. */
  readonly filter: FilterGroup | null
  /** How many deals are selected. */
  readonly count: number
  readonly onAsk: (kind: Asking['kind']) => void
  /** Whether a review is being written, and the way to start one; null where there are no deals. */
  readonly review: { readonly busy: boolean; readonly start: (() => void) | null }
}

/** The tools. */
export function PipelineTools({ filter, count, onAsk, review }: PipelineToolsProps) {
  const many = count > 1 ? ` (${count})` : ''
  return (
    <>
      <SegmentMenu filter={filter} />
      {count > 0 ? (
        <>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={`Decide${many}`}
            title={`Decide on ${count === 1 ? 'the selected deal' : `${count} selected deals`}`}
            px={8}
            onClick={() => onAsk('decide')}
          >
            <IconGavel size={14} />
            <span className={styles.words}>&nbsp;Decide{many}</span>
            {many ? <span className={styles.only}>{count}</span> : null}
          </Button>
          <Button
            size="compact-sm"
            variant="light"
            aria-label={`Close${many}`}
            title={`Close ${count === 1 ? 'the selected deal' : `${count} selected deals`}`}
            px={8}
            onClick={() => onAsk('close')}
          >
            <IconFlagCheck size={14} />
            <span className={styles.words}>&nbsp;Close{many}</span>
            {many ? <span className={styles.only}>{count}</span> : null}
          </Button>
        </>
      ) : null}
      <Tooltip label="Export the pipeline review">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Export the pipeline review"
          loading={review.busy}
          disabled={review.start === null}
          onClick={() => review.start?.()}
        >
          <IconReportAnalytics size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
