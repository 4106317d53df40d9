/** The strategy sheet as a full page: the force field, its figures and warnings, and a slider through its versions. */
import { Button, TextInput } from '@mantine/core'
import { IconSnowflake } from '@tabler/icons-react'
import { useState } from 'react'
import type { Factor } from '#shared/model/workbench'
import { forceField } from '#shared/strategy/force-field'
import type { OpenSlot } from '#shared/strategy/open-slots'
import { diffSheets } from '#shared/strategy/sheet-version'
import { ActionDialog } from '../../records/add-action'
import { FinishAction } from '../../records/finish-action'
import type { DealSheet } from '../../store/deal-sheet'
import { useAsOf, useRegion } from '../../store/use-region'
import { EmptyState } from '../../ui/part/empty-state'
import { PanelColumn, WorkPage } from '../../ui/part/page-columns'
import { Panel } from '../../ui/part/panel'
import { TimeSlider } from '../../ui/part/time-slider'
import { Toolbar } from '../../ui/part/toolbar'
import { SheetActionDialog } from './action-dialog'
import { FactorDialog } from './factor-dialog'
import { percentText, pressureText } from './factor-words'
import { ForceBoard, type BoardAction } from './force-board'
import { LossPatterns } from './loss-patterns'
import { SheetFigures } from './sheet-figures'
import { SheetWarnings } from './sheet-warnings'
import styles from './strategy.module.css'
import { useSheetEdits } from './use-sheet-edits'

/** The page of one deal. */
export function StrategyPage({ deal }: { readonly deal: DealSheet }) {
  const { sheet, versions } = deal
  const edits = useSheetEdits(deal)
  const asOf = useAsOf()
  const region = useRegion('actionItem', 'rep')
  const [factor, setFactor] = useState<{ readonly one: Factor; readonly known: boolean } | null>(null)
  const [open, setOpen] = useState<BoardAction | null>(null)
  const [finishing, setFinishing] = useState<BoardAction | null>(null)
  const [acting, setActing] = useState<Factor | null>(null)
  const [at, setAt] = useState<number | null>(null)
  if (!sheet)
    return (
      <EmptyState
        title="No strategy sheet yet"
        verb={{ label: 'Start the sheet', onDo: () => void edits.start() }}
      >
        What works for us, what works against us, and what we do about it until the buyers agree.
      </EmptyState>
    )
  const last = versions.length - 1
  const index = at === null ? last : Math.min(at, last)
  const shown = versions[index] ?? sheet
  const past = shown.id !== sheet.id
  const actions = shown.actions.flatMap((link): BoardAction[] => {
    const action = region.get('actionItem', link.action)
    return action
      ? [
          {
            link,
            action,
            owner: region.get('rep', action.rep)?.name ?? action.ownerName ?? '',
            late: action.state === 'open' && action.dueOn !== null && action.dueOn < asOf,
          },
        ]
      : []
  })
  const fill = (slot: OpenSlot): void => {
    const about = sheet.factors.find(each => each.id === slot.about)
    switch (slot.kind) {
      case 'evidence':
        return about && setFactor({ one: about, known: true })
      case 'favour':
        return setFactor({ one: edits.blank('favour', slot.category), known: false })
      case 'against':
        return setFactor({ one: edits.blank('against', slot.category), known: false })
      case 'neutralise':
        return about && setActing(about)
      case 'owner':
      case 'link': {
        const found = actions.find(each => each.link.id === slot.about)
        return found && setOpen(found)
      }
      case 'firstReview':
      case 'review':
        return void edits.review()
    }
  }
  const pressureOf = (value: number): string =>
    pressureText(forceField(versions[value]?.factors ?? []).pressure)
  const changed = past ? changesOf(shown.factors, sheet.factors) : undefined
  return (
    <>
      <WorkPage
        toolbar={
          <Toolbar label="Strategy sheet">
            <Objective
              key={sheet.objective ?? ''}
              value={sheet.objective ?? ''}
              onSave={text => void edits.objective(text)}
            />
            <Button leftSection={<IconSnowflake size={14} />} onClick={() => void edits.review()}>
              Review and freeze
            </Button>
          </Toolbar>
        }
        figures={<SheetFigures sheet={shown} completeness={past ? null : deal.completeness} />}
        foot={
          <TimeSlider
            label="Version"
            thumbLabel="Version of the sheet"
            moments={versions.length}
            nothing={`Version ${sheet.version}. Each review freezes a version that can be compared here.`}
            at={past ? index : null}
            word={value => `${versions[value]?.version ?? ''}, ${pressureOf(value)}`}
            shown={
              past
                ? `${shown.version}, frozen on ${shown.reviewedOn ?? 'an unknown day'}`
                : `${sheet.version}, now`
            }
            told={
              past
                ? diffSentence(shown.factors, sheet.factors)
                : `Pressure ${versions.map((_, value) => pressureOf(value)).join(' → ')}`
            }
            onAt={setAt}
          />
        }
      >
        <PanelColumn>
          <ForceBoard
            factors={shown.factors}
            actions={actions}
            slots={past ? [] : deal.slots}
            {...(changed ? { changed } : {})}
            {...(past
              ? {}
              : {
                  onFactor: one => setFactor({ one, known: true }),
                  onWeight: (one, weight) => void edits.putFactor({ ...one, weight }),
                  onAction: setOpen,
                  onSlot: fill,
                  onAdd: direction =>
                    setFactor({
                      one: edits.blank(direction, direction === 'favour' ? 'need' : 'competition'),
                      known: false,
                    }),
                })}
          />
          <div className={styles.below}>
            <Panel title="Warnings" note={`${deal.warnings.filter(each => !each.accepted).length} open`}>
              {deal.warnings.length === 0 ? (
                <span>Nothing is wrong with this sheet as of {asOf}.</span>
              ) : (
                <SheetWarnings deal={deal} edits={edits} onAdd={one => setFactor({ one, known: false })} />
              )}
            </Panel>
            <Panel title="Patterns in lost deals">
              <LossPatterns deal={deal} />
            </Panel>
          </div>
        </PanelColumn>
      </WorkPage>
      {factor ? (
        <FactorDialog
          key={factor.one.id}
          deal={deal}
          factor={factor.one}
          known={factor.known}
          edits={edits}
          onClose={() => setFactor(null)}
        />
      ) : null}
      {acting ? (
        <ActionDialog
          seed={{
            origin: 'strategy',
            originId: acting.id,
            opportunity: deal.row.id,
            also: edits.linkTo([acting]),
          }}
          onClose={() => setActing(null)}
        />
      ) : null}
      {open ? (
        <SheetActionDialog
          sheet={sheet}
          link={open.link}
          action={open.action}
          edits={edits}
          onClose={() => setOpen(null)}
          onDone={() => {
            setFinishing(open)
            setOpen(null)
          }}
        />
      ) : null}
      {finishing ? <FinishAction action={finishing.action} onClose={() => setFinishing(null)} /> : null}
    </>
  )
}

/** What of each factor of the older version is different now. */
function changesOf(before: readonly Factor[], after: readonly Factor[]): ReadonlyMap<string, string> {
  const { removed, weight, effect, other } = diffSheets(before, after)
  const found = new Map<string, string>()
  const say = (id: string, words: string): void =>
    void found.set(id, [found.get(id), words].filter(Boolean).join(', '))
  for (const each of removed) say(each.id, 'gone now')
  for (const each of weight) say(each.before.id, `now weighs ${each.after.weight}`)
  for (const each of effect) say(each.before.id, `now ${percentText(each.after.effect)}`)
  for (const each of other) if (!found.has(each.before.id)) say(each.before.id, 'changed since')
  return found
}

function diffSentence(before: readonly Factor[], after: readonly Factor[]): string {
  const { added, removed, weight, effect, other } = diffSheets(before, after)
  const parts = [
    added.length > 0 ? `${added.length} added since` : '',
    removed.length > 0 ? `${removed.length} removed since` : '',
    weight.length > 0 ? `${weight.length} with another weight now` : '',
    effect.length > 0 ? `${effect.length} with another effect now` : '',
    other.length > 0 ? `${other.length} otherwise changed` : '',
  ].filter(Boolean)
  return parts.length === 0 ? 'The same factors as now.' : `${parts.join(', ')}.`
}

function Objective({ value, onSave }: { readonly value: string; readonly onSave: (text: string) => void }) {
  const [text, setText] = useState(value)
  const save = (): void => {
    if (text.trim() !== value) onSave(text)
  }
  return (
    <TextInput
      className={styles.objective ?? ''}
      aria-label="Objective"
      placeholder="Objective: what, how much, by when"
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={event => {
        if (event.key === 'Enter') save()
      }}
    />
  )
}
