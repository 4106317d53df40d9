/** The tab Review of a deal: beside a screen a summary, as a full page the interview. */
import { NotThere } from '../../records/not-there'
import { askDealReview } from '../../store/deal-review'
import { usePlace } from '../../store/use-place'
import { useAsOf, useQuery } from '../../store/use-region'
import { ReviewPage } from './review-page'
import { ReviewSide } from './review-side'

/** The tab. */
export function ReviewTab({ id }: { readonly table: string; readonly id: string }) {
  const { full } = usePlace()
  const asOf = useAsOf()
  const deal = useQuery(askDealReview, id, asOf)
  if (!deal) return <NotThere />
  return full ? <ReviewPage key={id} deal={deal} /> : <ReviewSide deal={deal} />
}
