/** What to talk about with a rep; each topic leads to its deals. */
import { Button, Text } from '@mantine/core'
import { openedRows } from '../../records/record-grid'
import { usePlaces } from '../../store/use-place'
import type { RepPageFacts } from './coaching-facts'
import classes from './coaching.module.css'

/** The topics, decisions first. */
export function AgendaPanel({ page }: { readonly page: RepPageFacts }) {
  const places = usePlaces()
  if (page.topics.length === 0)
    return <Text c="dimmed">Nothing waits: no deal asks for a decision and no action is overdue.</Text>
  return (
    <ol className={classes.topics}>
      {page.topics.map(each => (
        <li key={each.key}>
          <span>{each.topic}</span>
          <Text component="span" c="dimmed" size="sm">
            {' '}
            {each.source}, {each.minutes} min
          </Text>{' '}
          {each.deals.length > 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() =>
                places.go({
                  screen: 'pipeline',
                  filters: openedRows('pipeline', {
                    ids: each.deals,
                    words: `${page.facts.rep.name}: ${each.topic}`,
                  }),
                })
              }
            >
              Decide in the pipeline
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
