/** The import being prepared, kept while the user is on other screens, until it is closed or another region is opened. */
import type { RegionStore } from '../../store/region-store'
import { ImportDesk } from './import-desk'
import { freshWizard, stepWizard, type Wizard, type WizardEvent } from './wizard'

/** Tells the wizard what happened; nothing once the import that it was made for has ended. */
export type Tell = (event: WizardEvent) => void

/** One wizard with its worker, which lives from the first question to it until the import is closed. */
export class ImportKeeper {
  private readonly listeners = new Set<() => void>()
  private current: Wizard = freshWizard
  private worker: ImportDesk | null = null
  private life = 0

  constructor(readonly store: RegionStore) {}

  /** The wizard; the same object until something happens to it. */
  get wizard(): Wizard {
    return this.current
  }

  /** True where something would be lost if the import were closed. */
  get isUnderWay(): boolean {
    const { sheets, unreadable, busy } = this.current
    return sheets.length > 0 || unreadable.length > 0 || busy !== null
  }

  /** Hears of every change; returns the way to stop. An arrow, so that React may keep hold of it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The worker. */
  readonly open = (): ImportDesk => (this.worker ??= new ImportDesk(this.store))

  /** A way to tell this import, and no later one, what happened. */
  teller(): Tell {
    const { life } = this
    return event => {
      if (life === this.life) this.set(stepWizard(this.current, event))
    }
  }

  /** Ends the import; what is being written is finished first. */
  end(): void {
    this.life++
    this.worker?.close()
    this.worker = null
    this.set(freshWizard)
  }

  private set(wizard: Wizard): void {
    this.current = wizard
    for (const listener of [...this.listeners]) listener()
  }
}

let kept: ImportKeeper | null = null

/** The keeper of an open region; that of another region ends. */
export function importKeeper(store: RegionStore): ImportKeeper {
  if (kept?.store !== store) {
    kept?.end()
    kept = new ImportKeeper(store)
  }
  return kept
}
