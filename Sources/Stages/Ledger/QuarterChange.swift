import Exports
import Values

/// The last full quarter beside the one it is compared with, split by group and by how often the
/// customer had bought before the quarter began.
struct QuarterChange: Sendable {
  /// Earlier purchase days of a customer when a quarter begins.
  enum Experience: Int, CaseIterable, Sendable {
    case none
    case one
    case several

    var id: String {
      switch self {
      case .none: "0"
      case .one: "1"
      case .several: "2+"
      }
    }
  }

  /// Sums over customers of one group and experience.
  struct Cell: Sendable, Equatable {
    var before: Int64 = 0
    var now: Int64 = 0
    var customersBefore = 0
    var customersNow = 0
    /// Active in the quarter before the one compared with, and of those active in it.
    var baseBefore = 0
    var keptBefore = 0
    /// Active in the quarter before the last full one, and of those active in it.
    var baseNow = 0
    var keptNow = 0

    var change: Int64 { now - before }

    static func + (left: Cell, right: Cell) -> Cell {
      Cell(
        before: left.before + right.before, now: left.now + right.now,
        customersBefore: left.customersBefore + right.customersBefore,
        customersNow: left.customersNow + right.customersNow,
        baseBefore: left.baseBefore + right.baseBefore,
        keptBefore: left.keptBefore + right.keptBefore, baseNow: left.baseNow + right.baseNow,
        keptNow: left.keptNow + right.keptNow)
    }
  }

  struct Group: Sendable {
    /// Empty where the customers' export does not state it.
    let label: String
    /// One a value of `Experience`.
    let cells: [Cell]

    var all: Cell { cells.reduce(Cell(), +) }
  }

  let now: CalendarQuarter
  let before: CalendarQuarter
  /// Whether the quarter before the one compared with is covered, so that its retention is known.
  let hasEarlierRetention: Bool
  let total: Group
  let dimensions: [(kind: CustomerDimension, groups: [Group])]

  /// nil without a full quarter and one to compare it with: the same of the year before, else the
  /// quarter before.
  init?(_ input: LedgerInput, _ sums: MonthlySums, refunds: Refunds) {
    var last = CalendarQuarter(of: input.asOf)
    if input.asOf < last.last { last = last.later(by: -1) }
    guard sums.covers(last),
      let before = [-4, -1].map(last.later).first(where: sums.covers)
    else { return nil }
    now = last
    self.before = before
    hasEarlierRetention = sums.covers(before.later(by: -1))
    let days = input.purchaseDays
    let everyone = GroupColumn(
      labels: [""], codes: [Int32](repeating: 0, count: days.customerCount))
    let all = [everyone] + input.dimensions.map(\.groups)
    let empty = all.map { [Cell](repeating: Cell(), count: $0.labels.count * 3) }
    let (now, earlier) = (QuarterDays(last), QuarterDays(before))
    let parts = days.partials { customers in
      var cells = empty
      days.forEach(in: customers) { customer, rows in
        let latest = QuarterSide(rows, now, refunds)
        let earlier = QuarterSide(rows, earlier, refunds)
        guard latest.matters || earlier.matters else { return }
        for index in all.indices {
          let group = Int(all[index].codes[customer]) * 3
          cells[index][group + latest.experience].addNow(latest)
          cells[index][group + earlier.experience].addBefore(earlier)
        }
      }
      return cells
    }
    let cells = parts.reduce(into: empty) { sum, part in
      for index in sum.indices {
        for cell in sum[index].indices { sum[index][cell] = sum[index][cell] + part[index][cell] }
      }
    }
    let groups = zip(all, cells).map { column, cells in
      column.labels.enumerated().map { index, label in
        Group(label: label, cells: Array(cells[index * 3..<index * 3 + 3]))
      }
    }
    total = groups[0][0]
    dimensions = zip(input.dimensions.map(\.kind), groups.dropFirst()).map { ($0, $1) }
  }
}

extension QuarterChange.Cell {
  fileprivate mutating func addNow(_ side: QuarterSide) {
    now += side.revenue
    customersNow += side.isActive ? 1 : 0
    baseNow += side.wasActive ? 1 : 0
    keptNow += side.isKept ? 1 : 0
  }

  fileprivate mutating func addBefore(_ side: QuarterSide) {
    before += side.revenue
    customersBefore += side.isActive ? 1 : 0
    baseBefore += side.wasActive ? 1 : 0
    keptBefore += side.isKept ? 1 : 0
  }
}

/// The days of a quarter, and the first day of the quarter before.
private struct QuarterDays {
  let firstBefore: Int32
  let first: Int32
  let last: Int32

  init(_ quarter: CalendarQuarter) {
    firstBefore = quarter.later(by: -1).first.number
    first = quarter.first.number
    last = quarter.last.number
  }
}

/// One customer in one quarter.
private struct QuarterSide {
  var revenue: Int64 = 0
  var isActive = false
  /// In the quarter before.
  var wasActive = false
  private var earlierDays = 0
  private var hasRows = false

  init(_ rows: UnsafeBufferPointer<PurchaseDay>, _ quarter: QuarterDays, _ refunds: Refunds) {
    for row in rows {
      if row.day > quarter.last { break }
      let isPurchase = row.orders > 0
      if row.day < quarter.first {
        if isPurchase {
          earlierDays += 1
          if row.day >= quarter.firstBefore { wasActive = true }
        }
      } else {
        hasRows = true
        revenue += refunds == .net ? row.gross - row.returned : row.gross
        if isPurchase { isActive = true }
      }
    }
  }

  var isKept: Bool { wasActive && isActive }
  var matters: Bool { hasRows || wasActive }
  /// The raw value of `QuarterChange.Experience`.
  var experience: Int { min(earlierDays, 2) }
}
