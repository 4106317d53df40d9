/** Reads a person from the signature of an e-mail: name, title, department, company, phones and address. */

/** What a signature says; null for what it does not. */
interface SignaturePerson {
  readonly name: string | null
  readonly title: string | null
  readonly department: string | null
  readonly company: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly mobile: string | null
}

const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
const web = /\b(?:https?:\/\/|www\.)\S+/i
const number = /\+?\(?\d[\d\s()./-]{6,}\d/
const mobileWord = /\b(?:mobile|mobil|cell|handy|m)\b\s*[.:]?/i
const faxWord = /\bfax\b|\bf\s*:/i
const titleWord =
  /\b(?:chief|head|director|manager|president|vp|vice|officer|lead|leiter(?:in)?|engineer|architect|analyst|buyer|purchas\w*|procurement|controller|consultant|specialist|owner|founder|partner|assistant|coordinator|administrator|supervisor|executive|ceo|cfo|cto|coo|cio|gesch[aä]ftsf[uü]hr\w*|eink[aä]uf\w*|prokurist\w*)\b/i
const departmentWord = /\b(?:department|dept\.?|division|abteilung|team|group)\b/i
const companyWord =
  /\b(?:inc|ltd|llc|llp|gmbh|ag|corp|corporation|co|company|plc|s\.?a\.?|b\.?v\.?|group|holding|kg)\b\.?$/i
const greeting =
  /^(?:best|kind|warm)?\s*(?:regards|wishes)|^(?:thanks|thank you|cheers|sincerely|yours|mit freundlichen|viele gr|beste gr|mfg)\b|^--+\s*$/i

/** A line of two to four words that begin with capitals and hold no digit is taken as a name. */
const looksLikeName = (line: string): boolean => {
  const words = line.replace(/,.*$/, '').trim().split(/\s+/)
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every(word => /^(?:[\p{Lu}][\p{L}.'’-]*|von|van|de|der|den|la|le|di|da|dos)$/u.test(word))
  )
}

/** Reads pasted text; lines of the message above a greeting are ignored. */
export function readSignature(text: string): SignaturePerson {
  const all = text.split(/\r?\n/).map(line => line.replace(/\s+/g, ' ').trim())
  const from = all.findLastIndex(line => greeting.test(line))
  const parts = all
    .slice(from + 1)
    .flatMap(line => line.split(/\s+[|•·]\s+/))
    .filter(line => line !== '')
  const found: { -readonly [K in keyof SignaturePerson]: SignaturePerson[K] } = {
    name: null,
    title: null,
    department: null,
    company: null,
    email: null,
    phone: null,
    mobile: null,
  }
  for (const part of parts) readPart(part, found)
  if (found.email !== null && found.name === null) found.name = nameFromMail(found.email)
  return found
}

function readPart(part: string, found: { -readonly [K in keyof SignaturePerson]: SignaturePerson[K] }): void {
  const address = mail.exec(part)?.[0]
  if (address) {
    found.email ??= address.toLowerCase()
    return
  }
  if (web.test(part)) return
  const dialled = number.exec(part)?.[0].trim()
  if (dialled && dialled.replace(/\D/g, '').length >= 7) {
    if (faxWord.test(part)) return
    if (mobileWord.test(part)) found.mobile ??= dialled
    else found.phone ??= dialled
    return
  }
  if (/\d/.test(part)) return
  const [name = '', ...rest] = part.split(',')
  if (found.name === null && looksLikeName(name) && !titleWord.test(name) && !companyWord.test(name)) {
    found.name = name.trim()
    if (rest.length > 0) readPart(rest.join(',').trim(), found)
    return
  }
  if (companyWord.test(part)) found.company ??= part
  else if (titleWord.test(part)) {
    const [title = '', ...rest] = part.split(/,\s*/)
    found.title ??= title
    if (rest.length > 0) found.department ??= rest.join(', ')
  } else if (departmentWord.test(part)) found.department ??= part
}

/** `anna.lee@x.com` is Anna Lee. */
function nameFromMail(email: string): string | null {
  const words = (email.split('@')[0] ?? '').split(/[._-]/).filter(word => /^\p{L}{2,}$/u.test(word))
  return words.length >= 2
    ? words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')
    : null
}
