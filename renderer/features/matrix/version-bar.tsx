/** The line over the matrix: which version is seen, where it stands, and the next step on its way. */
import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { notifications } from '@mantine/notifications'
import type { Id } from '#shared/base/id'
import {
  anyScope,
  approveVersion,
  comment,
  draftFrom,
  sendBack,
  startSet,
  submitDraft,
} from '#shared/forecast/version-desk'
import type { MatrixScope } from '#shared/model/forecast'
import { now } from '../../store/clock'
import { useAsOf, useQuery, useSettings } from '../../store/use-region'
import { SeverityBadge, type Severity } from '../../ui/part/severity-badge'
import { Toolbar, ToolbarPush } from '../../ui/part/toolbar'
import { askScopes } from './matrix-facts'
import type { MatrixView } from './matrix-view'
import { stateText, versionProblemText } from './matrix-words'
import { NewSetDialog, scopeText, StepDialog } from './version-dialogs'
import type { Desk } from './use-desk'
import { VersionPick } from './version-pick'
import styles from './matrix.module.css'

const tones: Readonly<Record<string, Severity>> = {
  draft: 'info',
  inReview: 'warn',
  approved: 'ok',
  superseded: 'neutral',
}

type Asking = 'submit' | 'approve' | 'sendBack' | 'comment' | 'newSet' | null

/** Settings of `VersionBar`. */
interface VersionBarProps {
  readonly view: MatrixView
  readonly desk: Desk
  /** Shown at the right end. */
  readonly section: string
  readonly onSection: (section: string) => void
  readonly onExport: () => void
  readonly onTakeBack: () => void
}

/** The bar. */
export function VersionBar({ view, desk, section, onSection, onExport, onTakeBack }: VersionBarProps) {
  const { version } = view
  const asOf = useAsOf()
  const { userName } = useSettings()
  const scopes = useQuery(askScopes)
  const [asking, setAsking] = useState<Asking>(null)
  const { region } = desk.store
  const id = version.record
  const axes = { rows: version.rows, columns: version.columns }
  const label = `version ${version.no} of ${version.name}`

  const draft = () => {
    if (id === null) return void fromUnstored('All deals', anyScope, userName)
    let made: Id<'matrixVersion'> | null = null
    void desk
      .edit(edit => (made = draftFrom(region, edit, id, userName)), `Draft from ${label}`)
      .then(done => done && made && view.choose(made))
  }
  const fromUnstored = async (name: string, scope: MatrixScope, author: string) => {
    let made: Id<'matrixVersion'> | null = null
    const { kind, rows, columns, matrix } = version
    const done = await desk.edit(edit => {
      made = startSet(edit, { name, kind, scope, rows, columns, matrix }, author)
    }, `Start the matrices of ${name}`)
    if (done && made) view.choose(made)
  }
  return (
    <Toolbar label="Version">
      <VersionPick view={view} />
      <SeverityBadge severity={version.basis === 'stored' ? (tones[version.state] ?? 'neutral') : 'neutral'}>
        {version.basis === 'stored' ? stateText(version.state) : 'Not approved by anyone'}
      </SeverityBadge>
      <span className={styles.faint}>
        {[
          version.set
            ? `for ${scopeText(region.get('matrixSet', version.set)?.scope ?? anyScope, scopes)}`
            : null,
          version.effectiveFrom ? `from ${version.effectiveFrom}` : null,
          version.author ? `by ${version.author}` : null,
          version.approver ? `approved by ${version.approver}` : null,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <ToolbarPush />
      {section === 'editor' ? null : (
        <Button size="compact-sm" variant="default" onClick={() => onSection('editor')}>
          Back to the cells
        </Button>
      )}
      {version.state === 'draft' && version.basis === 'stored' ? (
        <Button size="compact-sm" onClick={() => setAsking('submit')}>
          Submit for approval
        </Button>
      ) : null}
      {version.state === 'inReview' ? (
        <>
          <Button size="compact-sm" variant="default" onClick={() => setAsking('sendBack')}>
            Send back
          </Button>
          <Button size="compact-sm" onClick={() => setAsking('approve')}>
            Approve
          </Button>
        </>
      ) : null}
      {version.basis !== 'stored' || version.state === 'approved' || version.state === 'superseded' ? (
        <Button size="compact-sm" onClick={draft}>
          Edit as a draft
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default" aria-label="More with versions">
            <IconDots size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onSection('versions')}>History of versions</Menu.Item>
          <Menu.Item onClick={() => onSection('compare')}>Compare versions cell by cell</Menu.Item>
          {id === null ? null : <Menu.Item onClick={() => setAsking('comment')}>Comment</Menu.Item>}
          <Menu.Item onClick={() => setAsking('newSet')}>New set for a scope of deals</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={onExport}>Export as a workbook</Menu.Item>
          <Menu.Item onClick={onTakeBack}>Take back an exported workbook</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === 'submit' && id ? (
        <StepDialog
          title={`Submit ${label}`}
          verb="Submit"
          nameLabel="Author"
          name={version.author || userName}
          textLabel="What changed, and why"
          onClose={() => setAsking(null)}
          onDo={(name, text) => {
            const step = submitDraft(region, id)
            if (!step.ok) return versionProblemText(step.problem, axes)
            void desk.edit(edit => {
              edit.set('matrixVersion', id, { author: name, ...(text === '' ? {} : { comment: text }) })
              step.value(edit, now())
            }, `Submit ${label}`)
            return null
          }}
        />
      ) : null}
      {asking === 'approve' && id ? (
        <StepDialog
          title={`Approve ${label}`}
          verb="Approve"
          nameLabel="Approved by"
          name={userName !== version.author ? userName : ''}
          textLabel="Comment"
          day={asOf}
          onClose={() => setAsking(null)}
          onDo={(name, text, day) => {
            if (day === null) return 'From which day on does it hold?'
            const step = approveVersion(region, id, name, day)
            if (!step.ok) return versionProblemText(step.problem, axes)
            void desk
              .edit(edit => {
                step.value(edit, now())
                if (text !== '') comment(region, edit, id, name, text, now())
              }, `Approve ${label}`)
              .then(
                done =>
                  done &&
                  notifications.show({
                    message: `Version ${version.no} holds from ${day}. The forecast uses it from that day on.`,
                  }),
              )
            return null
          }}
        >
          <p className={styles.faint}>
            {`Written by ${version.author || 'nobody named'}. An approval is kept as an agreement with a name and a time; it does not lock anyone out.`}
          </p>
        </StepDialog>
      ) : null}
      {asking === 'sendBack' && id ? (
        <StepDialog
          title={`Send ${label} back`}
          verb="Send back"
          nameLabel="Sent back by"
          name={userName}
          textLabel="What should change"
          textNeeded
          onClose={() => setAsking(null)}
          onDo={(name, text) => {
            void desk.edit(edit => sendBack(region, edit, id, name, text, now()), `Send ${label} back`)
            return null
          }}
        />
      ) : null}
      {asking === 'comment' && id ? (
        <StepDialog
          title={`Comment on ${label}`}
          verb="Keep the comment"
          nameLabel="Your name"
          name={userName}
          textLabel="Comment"
          textNeeded
          onClose={() => setAsking(null)}
          onDo={(name, text) => {
            void desk.edit(edit => comment(region, edit, id, name, text, now()), `Comment on ${label}`)
            return null
          }}
        />
      ) : null}
      {asking === 'newSet' ? (
        <NewSetDialog
          choices={scopes}
          author={userName}
          from={version.basis === 'stored' ? label : version.name.toLowerCase()}
          onClose={() => setAsking(null)}
          onDo={(name, scope, author) => void fromUnstored(name, scope, author)}
        />
      ) : null}
    </Toolbar>
  )
}
