import Values

/// Complaints of the customers who answered the survey, to be counted by group of answers.
struct ComplaintRegister: Sendable {
  /// What a group's customers complained of.
  struct Count: Sendable {
    let category: String
    let cases: Int
    /// Different customers.
    let customers: Int
  }

  /// The customer of each row of the survey, as an index; -1 where none is named.
  private let customers: [Int32]
  private let customerCount: Int
  /// Ascending; the empty one (not stated) last.
  private let categories: [String]
  /// Customer and category of each complaint of someone who answered, ascending.
  private let complaints: [(customer: Int32, category: Int32)]

  /// nil where cases name no customer or no kind.
  ///
  /// - Parameter respondents: the customers' numbers by row of the survey.
  init?(_ cases: DataTable, of respondents: TextColumn, _ settings: DriversSettings, asOf: Day) {
    guard case .text(let numbers)? = cases.values("customer_id"),
      let kinds = cases.values("kind"), case .instant(let opened)? = cases.values("opened_at")
    else { return nil }
    var index = TextIndex()
    var customers = [Int32](repeating: -1, count: respondents.count)
    respondents.forEachRow { row, bytes in
      if !bytes.isEmpty { customers[row] = index.intern(bytes) }
    }
    let wanted = Set(settings.complaintKinds.map { $0.lowercased() })
    let kindGroups = GroupColumn(kinds)
    let isComplaint = kindGroups.labels.map { wanted.contains($0.lowercased()) }
    let none = ColumnValues.category([Int32](repeating: -1, count: cases.rowCount), labels: [])
    let categories = GroupColumn(cases.values("category") ?? none)
    let first = asOf.earlier(byMonths: settings.complaintMonths).number
    var complaints: [(customer: Int32, category: Int32)] = []
    numbers.forEachRow { row, bytes in
      guard !bytes.isEmpty, isComplaint[Int(kindGroups.codes[row])], opened[row] != .min else {
        return
      }
      let day = Day.number(ofSecond: opened[row])
      let customer = index.find(bytes)
      guard customer >= 0, day > first, day <= asOf.number else { return }
      complaints.append((customer, categories.codes[row]))
    }
    self.customers = customers
    customerCount = index.texts.count
    self.categories = categories.labels
    self.complaints = complaints.sorted { ($0.customer, $0.category) < ($1.customer, $1.category) }
  }

  /// What the customers of each group complained of, most first; a customer who answered in several
  /// groups counts in each.
  ///
  /// - Parameters:
  ///   - codes: the group of each answer; below 0 for none.
  ///   - rows: the row of the survey that each answer is.
  func counts(_ codes: [Int32], rows: [Int32], groups: Int) -> [[Count]] {
    let width = max(1, categories.count)
    var cases = [Int](repeating: 0, count: groups * width)
    var people = cases
    // Groups of each customer, without repeats.
    var pairs: [(customer: Int32, group: Int32)] = []
    for (place, code) in codes.enumerated() where code >= 0 {
      let customer = customers[Int(rows[place])]
      if customer >= 0 { pairs.append((customer, code)) }
    }
    pairs.sort { ($0.customer, $0.group) < ($1.customer, $1.group) }
    var next = 0
    var start = 0
    while start < complaints.count {
      let customer = complaints[start].customer
      var end = start
      while end < complaints.count, complaints[end].customer == customer { end += 1 }
      while next < pairs.count, pairs[next].customer < customer { next += 1 }
      var last: Int32 = -1
      while next < pairs.count, pairs[next].customer == customer {
        let group = pairs[next].group
        next += 1
        guard group != last else { continue }
        last = group
        var before: Int32 = -1
        for complaint in complaints[start..<end] {
          let place = Int(group) * width + Int(complaint.category)
          cases[place] += 1
          if complaint.category != before { people[place] += 1 }
          before = complaint.category
        }
      }
      start = end
    }
    return (0..<groups).map { group in
      let counts = categories.indices.map { category in
        let place = group * width + category
        return Count(
          category: categories[category], cases: cases[place], customers: people[place])
      }
      return counts.filter { $0.cases > 0 }
        .enumerated().sorted { ($1.element.cases, $0.offset) < ($0.element.cases, $1.offset) }
        .map(\.element)
    }
  }
}
