/** The import wizard: files, columns, preview, report; one row of verbs at its foot. */
import { Alert, Button, Progress, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useIncomingFiles } from '../../host/incoming-files'
import { ColumnsStep } from './columns-step'
import { FilesStep } from './files-step'
import classes from './imports.module.css'
import { counted } from './import-words'
import { PreviewStep } from './preview-step'
import { ReportStep } from './report-step'
import { useImport } from './use-import'
import { openQuestions, usedSheets, type Step } from './wizard'

const steps: readonly (readonly [Step['kind'], string])[] = [
  ['files', 'Files'],
  ['columns', 'Columns'],
  ['preview', 'Preview'],
  ['report', 'Report'],
]

/** The wizard; `onClose` goes back to the list of imports. */
export function ImportWizard({ onClose }: { readonly onClose: () => void }) {
  const { wizard, actions } = useImport()
  const incoming = useIncomingFiles()
  const { addFiles } = actions
  const waiting = incoming.files
  const { step, sheets, decisions, busy } = wizard
  const isFree = busy === null
  // Files that come while something is under way wait for its end.
  useEffect(() => {
    const files = isFree ? incoming.take() : []
    if (files.length > 0) addFiles(files)
  }, [waiting, incoming, addFiles, isFree])
  const used = usedSheets(wizard)
  const questions = openQuestions(used)
  const open = questions.length
  const first = questions[0]
  return (
    <div className={classes.wizard}>
      <header className={classes.head}>
        <h1>Import</h1>
        <ol className={classes.steps} aria-label="Steps">
          {steps.map(([kind, word]) => (
            <li key={kind} className={classes.step} aria-current={step.kind === kind ? 'step' : undefined}>
              {word}
            </li>
          ))}
        </ol>
        <span className={classes.spring} />
        <Button variant="subtle" onClick={onClose}>
          {step.kind === 'report' ? 'Close' : 'Cancel'}
        </Button>
      </header>
      <div className={classes.body} aria-busy={busy !== null}>
        {wizard.problem && (
          <Alert color="red" mb="md" withCloseButton closeButtonLabel="Dismiss" onClose={actions.dismiss}>
            {wizard.problem}
          </Alert>
        )}
        {step.kind === 'files' && <FilesStep actions={actions} wizard={wizard} />}
        {step.kind === 'columns' && <ColumnsStep actions={actions} sheets={sheets} step={step} />}
        {step.kind === 'preview' && (
          <PreviewStep actions={actions} sheets={sheets} decisions={decisions} plan={step.plan} />
        )}
        {step.kind === 'report' && <ReportStep actions={actions} sheets={sheets} report={step.report} />}
      </div>
      <footer className={classes.foot}>
        <div role="status" aria-live="polite" className={classes.spring}>
          {busy ? (
            <>
              <Text size="sm">
                {busy.text}
                {busy.share === null ? ' …' : ` ${Math.round(busy.share * 100)} %`}
              </Text>
              <Progress
                value={busy.share === null ? 100 : busy.share * 100}
                animated={busy.share === null}
                w={240}
                classNames={{ section: classes.working ?? '' }}
                aria-label={busy.text}
              />
            </>
          ) : step.kind === 'files' && used.length > 0 ? (
            <Text className={classes.soft}>
              {counted(used.length, 'sheet')},{' '}
              {counted(
                used.reduce((n, each) => n + each.records, 0),
                'row',
              )}
              {first && `. The preview waits for ${counted(open, 'answer')}: ${first.text}`}
            </Text>
          ) : step.kind === 'columns' && open > 0 ? (
            <Text className={classes.soft}>
              {counted(open, 'question')} open: what is not answered is left out.
            </Text>
          ) : null}
        </div>
        {step.kind === 'files' && (
          <>
            <Button
              variant="default"
              disabled={used.length === 0 || busy !== null}
              onClick={() => actions.showColumns(null)}
            >
              Check the columns
            </Button>
            {first ? (
              <Button disabled={busy !== null} onClick={() => actions.showColumns(first.sheet, first.column)}>
                Answer {counted(open, 'question')}
              </Button>
            ) : (
              <Button disabled={used.length === 0 || busy !== null} onClick={() => actions.preview()}>
                Preview
              </Button>
            )}
          </>
        )}
        {step.kind === 'columns' && (
          <>
            <Button variant="default" onClick={actions.showFiles}>
              Back to the files
            </Button>
            <Button disabled={busy !== null} onClick={() => actions.preview()}>
              Preview
            </Button>
          </>
        )}
        {step.kind === 'preview' && (
          <>
            <Button variant="default" disabled={busy !== null} onClick={() => actions.showColumns(null)}>
              Back to the columns
            </Button>
            <Button disabled={busy !== null} onClick={actions.commit}>
              Import {counted(step.plan.total.added + step.plan.total.changed, 'record')}
            </Button>
          </>
        )}
      </footer>
    </div>
  )
}
