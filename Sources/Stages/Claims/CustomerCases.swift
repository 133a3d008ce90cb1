import Values

/// What the cases tell of customers who left.
struct CustomerCases {
  /// Of the customers who said why they leave, those who named want of care; nil where nobody did.
  let reasons: ClaimsInput.Part?
  /// Days of cases by customer.
  private let customers: TextIndex
  private let days: [[Int32]]
  private let firstDay: Int32?

  /// nil where the export does not say whose cases they are.
  init?(_ cases: DataTable, _ settings: ClaimsSettings) {
    guard case .text(let ids)? = cases.values("customer_id"),
      let opened = cases.values("opened_at")
    else { return nil }
    func labels(_ column: String) -> GroupColumn? { cases.values(column).map { GroupColumn($0) } }
    let kinds = labels("kind")
    let categories = labels("category")
    let isLeaving = kinds?.labels.map { settings.leavingKinds.contains($0) } ?? []
    let isCare = categories?.labels.map { settings.careReasons.contains($0) } ?? []
    var index = TextIndex()
    var days: [[Int32]] = []
    var first: Int32?
    // The latest reason of each customer: its day, and whether it was want of care.
    var latest: [Int32: (day: Int32, isCare: Bool)] = [:]
    ids.forEachRow { row, bytes in
      guard let day = opened.day(row)?.number else { return }
      first = min(first ?? day, day)
      guard !bytes.isEmpty else { return }
      let customer = index.intern(bytes)
      if Int(customer) == days.count { days.append([]) }
      days[Int(customer)].append(day)
      guard let kinds, let categories, isLeaving[Int(kinds.codes[row])],
        !categories.labels[Int(categories.codes[row])].isEmpty
      else { return }
      let care = isCare[Int(categories.codes[row])]
      let known = latest[customer]
      // Of two reasons on one day want of care counts, whatever the order of the rows.
      if known == nil || known.map({ ($0.day, $0.isCare ? 1 : 0) < (day, care ? 1 : 0) }) == true {
        latest[customer] = (day, care)
      }
    }
    customers = index
    self.days = days
    firstDay = first
    reasons =
      latest.isEmpty
      ? nil : ClaimsInput.Part(count: latest.values.count { $0.isCare }, n: latest.count)
  }

  /// Of the lost whose days before falling silent lie within the days of the cases, those without
  /// a case in them; nil without any.
  func withoutContact(_ lost: LostCustomers, days span: Int) -> ClaimsInput.Part? {
    guard let firstDay else { return nil }
    var (count, n) = (0, 0)
    lost.ids.forEachRow { row, bytes in
      let silent = lost.silentFrom[row]
      guard silent > .min, Int(silent) - span >= Int(firstDay) else { return }
      n += 1
      let found = customers.find(bytes)
      let hasCase =
        found >= 0
        && days[Int(found)].contains { $0 < silent && Int($0) >= Int(silent) - span }
      if !hasCase { count += 1 }
    }
    return n > 0 ? ClaimsInput.Part(count: count, n: n) : nil
  }
}
