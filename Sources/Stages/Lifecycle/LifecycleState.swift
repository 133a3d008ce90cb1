import Values

/// What the rules look at: one customer at one date.
struct LifecycleState: Sendable {
  var bought = false
  var lead = false
  var intent = false
  /// Has moved to a competitor.
  var competitor = false
  /// Bought again lately after a long silence.
  var cameBack = false
  /// Days since the last purchase.
  var wait = 0
  /// The gap that counts, in days; NaN without any rhythm.
  var gap = Double.nan
  /// Wait over gap; NaN without a rhythm or a purchase.
  var waits = Double.nan
  /// The gap is the customer's own.
  var isOwnGap = false

  init() {}

  init(
    _ row: PurchaseRhythm.Row?, flags: LifecycleFlags.Row, _ rhythm: PurchaseRhythm,
    _ settings: LifecycleSettings, laterPurchase: Bool
  ) {
    lead = flags.lead
    intent = flags.intent
    // The flag has no date: who bought after the day had not left by then.
    competitor = flags.competitor && !laterPurchase
    guard let row, row.bought else { return }
    bought = true
    wait = Int(rhythm.asOf.number - row.lastDay)
    isOwnGap = Int(row.days) > settings.minGaps
    let usual = isOwnGap ? row.gap : rhythm.usualGap ?? .nan
    guard usual.isFinite else { return }
    gap = max(usual, Double(settings.leastGapDays))
    waits = Double(wait) / gap
    cameBack = Double(row.returnGap) > settings.silentAfter * gap
  }
}

/// What the customers' export says of each customer.
struct LifecycleFlags: Sendable {
  struct Row: Sendable {
    var lead = false
    var intent = false
    var competitor = false
    /// First known; `Int32.min` where nothing says when.
    var since = Int32.min
  }

  private let lead: ColumnValues?
  private let intent: ColumnValues?
  private let lostTo: ColumnValues?
  private let acquired: ColumnValues?
  let owner: ColumnValues?

  init(_ customers: DataTable?) {
    lead = customers?.values("lead")
    intent = customers?.values("intent")
    lostTo = customers?.values("lost_to")
    acquired = customers?.values("acquired_on")
    owner = customers?.values("owner")
  }

  /// - Parameter row: of the customers' export; -1 where the customer is not in it.
  subscript(row: Int) -> Row {
    guard row >= 0 else { return Row() }
    return Row(
      lead: lead?.text(row) == "yes", intent: intent?.text(row) == "yes",
      competitor: lostTo.map { !$0.isMissing(row) } ?? false,
      since: acquired?.day(row)?.number ?? .min)
  }
}
