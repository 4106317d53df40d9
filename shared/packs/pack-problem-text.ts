/** The sentences for packs that cannot be taken back, and for what was noticed in those that can. */
import { problemText } from '../tables/problem-text'
import type { AnswerNote, Problem } from './pack-answers'

/** What is wrong with a file, where, and what to do. */
export function packProblemText(problem: Problem, fileName: string): string {
  switch (problem.code) {
    case 'unreadable':
      return problemText(problem.problem, fileName)
    case 'noMeta':
      return `${fileName} has no sheet _meta, so it is not a pack or the sheet was removed. Ask for the file as it was exported, filled in.`
    case 'brokenMeta':
      return `The sheet _meta of ${fileName} was changed, so its answers cannot be matched. Ask for the file as it was exported, filled in.`
    case 'otherSchema':
      return problem.found < problem.wanted
        ? `${fileName} was exported by an older version of the program (format ${problem.found}, now ${problem.wanted}). Export the pack again.`
        : `${fileName} was exported by a newer version of the program (format ${problem.found}, here ${problem.wanted}). Update this program first.`
    case 'otherRegion':
      return `${fileName} belongs to the region “${problem.pack}”; this is “${problem.here}”. Open that region first.`
    case 'unknownRep':
      return `${fileName} is the pack of ${problem.rep}, who is not a rep of this region. Open the region that it was exported from.`
  }
}

/** What was noticed, in one sentence. */
export function answerNoteText(note: AnswerNote): string {
  switch (note.code) {
    case 'shownChanged':
      return `${note.at}: a value that is only shown was changed (row ${note.row}). It is left as it is here.`
    case 'rowMissing':
      return `Row ${note.row} of ${note.sheet} is missing in the file. Nothing follows from that.`
    case 'rowFoundByContent':
      return `${note.at}: the row’s key was lost; it was found again by its content (row ${note.row}).`
    case 'sheetMissing':
      return `The sheet ${note.sheet} is missing in the file. Its answers, if any, are not read.`
    case 'columnMissing':
      return `The column ${note.header} of ${note.sheet} is missing in the file.`
  }
}
