/** One box of the picture and one line of it, as the graph library draws them. */
import {
  BaseEdge,
  Handle,
  Position,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react'
import styles from './graph.module.css'
import type { GraphLink, GraphNode } from './graph-shapes'
import type { LinkPath } from './link-path'

/** A box as the library holds it. */
export type BoxNode = Node<
  { readonly node: GraphNode; readonly linkable: boolean; readonly on: boolean },
  'box'
>

/** A line as the library holds it. */
export type LineEdge = Edge<{ readonly link: GraphLink; readonly path: LinkPath }, 'line'>

/** The box: title with its mark, subtitle, chips. */
export function Box({ data: { node, linkable, on } }: NodeProps<BoxNode>) {
  return (
    <div
      className={styles.box}
      data-tone={node.tone}
      data-open={node.open || undefined}
      data-faint={node.faint || undefined}
      data-on={on || undefined}
    >
      <Handle
        type="target"
        position={Position.Top}
        isConnectable={linkable}
        className={styles.handle ?? ''}
      />
      <div className={styles.head}>
        <span className={styles.title}>{node.title}</span>
        {node.mark ? (
          <span className={styles.chip} data-tone={node.mark.tone} data-loose={node.mark.loose || undefined}>
            {node.mark.text}
          </span>
        ) : null}
      </div>
      <div className={styles.subtitle}>{node.subtitle}</div>
      <div className={styles.chips}>
        {node.chips.map(chip => (
          <span
            key={chip.text}
            className={styles.chip}
            data-tone={chip.tone}
            data-loose={chip.loose || undefined}
          >
            {chip.text}
          </span>
        ))}
      </div>
      <div className={styles.subtitle}>
        {node.note}
        {node.pinned ? <span aria-hidden> · pinned</span> : null}
      </div>
      <Handle
        type="source"
        position={Position.Bottom}
        isConnectable={linkable}
        className={styles.handle ?? ''}
      />
    </div>
  )
}

/** The line with its words and its arrow. */
export function Line({ id, data, selected }: EdgeProps<LineEdge>) {
  if (!data) return null
  const { link, path } = data
  return (
    <g className={styles.line} data-tone={link.tone} data-on={selected || undefined}>
      <BaseEdge
        id={id}
        path={path.d}
        label={link.text || undefined}
        labelX={path.middle.x}
        labelY={path.middle.y}
        labelShowBg
        style={{
          strokeWidth: 0.6 + link.weight * 0.9,
          ...(link.loose ? { strokeDasharray: '5 4' } : {}),
        }}
      />
      {link.arrow ? <path d={path.head} className={styles.arrow} /> : null}
    </g>
  )
}
