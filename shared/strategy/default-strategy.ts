/** The vocabularies and the review script that a new region starts with. */
import type { Edit } from '../region/edit'
import type { Region } from '../region/region'
import { defaultQuestions } from './default-script'
import { defaultVocabularies } from './default-vocabularies'

/** Adds whatever a region does not have yet; running it twice adds nothing. */
export function addDefaultStrategy(region: Region, edit: Edit): void {
  if (region.all('roleVocabulary').length === 0)
    defaultVocabularies.forEach(({ key, name, roles }, i) =>
      edit.add('roleVocabulary', { key, name, roles, isDefault: i === 0 }),
    )
  if (region.all('scriptTemplate').length === 0)
    edit.add('scriptTemplate', {
      name: 'Known and unknown',
      version: 1,
      isDefault: true,
      questions: defaultQuestions,
    })
}
