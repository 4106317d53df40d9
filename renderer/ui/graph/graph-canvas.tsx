/** People and ties as a picture that can be moved, linked and walked through with the keyboard. */
import {
  ConnectionMode,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type FitViewOptions,
  type NodeChange,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { ActionIcon, Group } from '@mantine/core'
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Box, Line, type BoxNode, type LineEdge } from './graph-box'
import { boxSize, type GraphLink, type GraphNode, type GraphPlaces, type GraphPoint } from './graph-shapes'
import styles from './graph.module.css'
import { elbowPath, straightPath } from './link-path'
import { nextInDirection, type Direction } from './next-box'

/** Settings of `GraphCanvas`. */
interface GraphCanvasProps {
  /** What the picture shows. */
  readonly label: string
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
  readonly places: GraphPlaces
  /** Lines as in an organisation chart, or straight. */
  readonly shape: 'elbow' | 'straight'
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  /** A hand has moved a box to a new place; without it boxes jump back. */
  readonly onMove?: (id: string, at: GraphPoint) => void
  /** A box was dropped on another. */
  readonly onDropOn?: (id: string, onto: string) => void
  /** A line was drawn from one box to another. */
  readonly onLink?: (from: string, to: string) => void
  readonly onLinkOpen?: (id: string) => void
  /** A key that the picture does not use itself, pressed on a box. */
  readonly onKey?: (id: string, key: string) => boolean
  /** The picture is fitted into view again when this changes. */
  readonly fit: string
}

const nodeTypes = { box: Box }
const edgeTypes = { line: Line }
const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const nudge = 20

/** So many boxes can be read when all of them are shown. */
const readable = 48

/** The picture. Arrow keys walk, Shift with an arrow moves a box, Enter selects it. */
export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

/** A small picture is shown whole; of a large one the upper boxes, at a size at which their names can be read. */
function openingView(boxes: readonly BoxNode[]): FitViewOptions<BoxNode> {
  const whole = { padding: 0.06, maxZoom: 1.1 }
  if (boxes.length <= readable) return whole
  const upper = [...boxes]
    .sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x)
    .slice(0, readable / 2)
  return { ...whole, minZoom: 0.5, nodes: upper.map(({ id }) => ({ id })) }
}

function Canvas(props: GraphCanvasProps) {
  const { label, nodes, links, places, shape, selected, onMove, onDropOn, onLink, fit } = props
  const flow = useReactFlow<BoxNode, LineEdge>()
  const frame = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ readonly id: string; readonly at: GraphPoint } | null>(null)
  const [stop, setStop] = useState<string | null>(null)
  const tabStop = nodes.some(each => each.id === stop) ? stop : (selected ?? nodes[0]?.id ?? null)
  const movable = onMove !== undefined || onDropOn !== undefined
  const boxes = useMemo(
    () =>
      nodes.map((node): BoxNode => ({
        id: node.id,
        type: 'box',
        position: (drag?.id === node.id ? drag.at : places.get(node.id)) ?? { x: 0, y: 0 },
        data: { node, linkable: onLink !== undefined, on: node.id === selected },
        width: boxSize.width,
        height: boxSize.height,
        measured: boxSize,
        ariaLabel: node.label,
        ariaRole: 'button',
        focusable: false,
        draggable: movable,
        domAttributes: { tabIndex: node.id === tabStop ? 0 : -1, 'aria-pressed': node.id === selected },
      })),
    [nodes, places, drag, selected, tabStop, movable, onLink],
  )
  const lines = useMemo(() => {
    const at = new Map(boxes.map(each => [each.id, each.position]))
    return links.flatMap((link): LineEdge[] => {
      const [from, to] = [at.get(link.from), at.get(link.to)]
      if (!from || !to) return []
      const path = shape === 'elbow' ? elbowPath(from, to) : straightPath(from, to)
      return [
        {
          id: link.id,
          type: 'line',
          source: link.from,
          target: link.to,
          data: { link, path },
          ariaLabel: link.label,
          focusable: false,
        },
      ]
    })
  }, [boxes, links, shape])
  useEffect(() => {
    const timer = setTimeout(() => void flow.fitView(openingView(flow.getNodes())), 0)
    return () => clearTimeout(timer)
  }, [flow, fit])

  const focus = (id: string): void => {
    setStop(id)
    frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus()
  }
  const settle = (id: string, at: GraphPoint): void => {
    setDrag(null)
    const middle = { x: at.x + boxSize.width / 2, y: at.y + boxSize.height / 2 }
    const under = boxes.find(
      each =>
        each.id !== id &&
        Math.abs(each.position.x + boxSize.width / 2 - middle.x) < boxSize.width / 2 &&
        Math.abs(each.position.y + boxSize.height / 2 - middle.y) < boxSize.height / 2,
    )
    if (under && onDropOn) onDropOn(id, under.id)
    else onMove?.(id, { x: Math.round(at.x), y: Math.round(at.y) })
  }
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    const box = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')
    const id = box?.dataset['id']
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = arrows[event.key]
    const at = places.get(id)
    if (direction && event.shiftKey && onMove && at) {
      const x = direction === 'left' ? -nudge : direction === 'right' ? nudge : 0
      const y = direction === 'up' ? -nudge : direction === 'down' ? nudge : 0
      onMove(id, { x: at.x + x, y: at.y + y })
    } else if (direction) {
      const next = nextInDirection(id, direction, places)
      if (next) focus(next)
    } else if (event.key === 'Enter' || event.key === ' ') props.onSelect(id)
    else if (event.key === 'Escape' && selected !== null) props.onSelect(null)
    else if (!props.onKey?.(id, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const changed = (changes: NodeChange<BoxNode>[]): void => {
    for (const change of changes)
      if (change.type === 'position' && change.position && change.dragging)
        setDrag({ id: change.id, at: change.position })
  }
  return (
    <div
      className={styles.canvas}
      ref={frame}
      role="group"
      aria-label={label}
      onKeyDownCapture={keys}
      onFocusCapture={event => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')?.dataset['id']
        if (id) setStop(id)
      }}
    >
      <ReactFlow<BoxNode, LineEdge>
        nodes={boxes}
        edges={lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={changed}
        onNodeDragStop={(_, node) => settle(node.id, node.position)}
        onNodeClick={(_, node) => props.onSelect(node.id)}
        onPaneClick={() => props.onSelect(null)}
        onEdgeClick={(_, edge) => props.onLinkOpen?.(edge.id)}
        onConnect={({ source, target }) => {
          if (source !== target) onLink?.(source, target)
        }}
        connectionMode={ConnectionMode.Loose}
        nodesConnectable={onLink !== undefined}
        nodeDragThreshold={4}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        minZoom={0.08}
        maxZoom={2}
        proOptions={{ hideAttribution: true }}
      >
        <Panel position="top-right">
          <Group gap={2} className={styles.zoom ?? ''}>
            <ActionIcon aria-label="Larger" onClick={() => void flow.zoomIn()}>
              <IconPlus size={14} />
            </ActionIcon>
            <ActionIcon aria-label="Smaller" onClick={() => void flow.zoomOut()}>
              <IconMinus size={14} />
            </ActionIcon>
            <ActionIcon
              aria-label="Show all of it"
              onClick={() => void flow.fitView({ padding: 0.06, maxZoom: 1.1 })}
            >
              <IconFocusCentered size={14} />
            </ActionIcon>
          </Group>
        </Panel>
      </ReactFlow>
    </div>
  )
}
