import Foundation
import Testing

/// A reader who tries to work out what a pack hides: reads the finished files, knows nothing of the
/// program, and does the sums by hand instead of by linear programming.
struct PackAudit {
  /// What is told of a group: the answers at each level, or that it is hidden.
  enum Told: Equatable {
    case counts([Int])
    case hidden
  }

  struct Group: Hashable {
    let item: String
    let dimension: String
    let name: String
  }

  private(set) var groups: [(group: Group, told: Told)] = []
  private var levels: [String: [Double]] = [:]
  let files: [String: Data]
  let step: String
  /// The columns that name the question of a row.
  private var itemColumns = ["item"]

  /// - Parameter files: a finished pack folder, by path.
  init(_ files: [String: Data], step: String = "satisfaction") {
    self.files = files
    self.step = step
    var rows: [Group: [(level: Double, n: Int?)]] = [:]
    var order: [Group] = []
    for row in csvRows(text("lists/\(step)-distribution.csv")) {
      let group = Group(
        item: row["item"] ?? "", dimension: row["dimension"] ?? "", name: row["group"] ?? "")
      if rows[group] == nil { order.append(group) }
      rows[group, default: []].append((Double(row["level"] ?? "") ?? 0, Int(row["n"] ?? "")))
    }
    for group in order {
      let cells = rows[group] ?? []
      levels[group.item] = cells.map(\.level)
      let counts = cells.compactMap(\.n)
      groups.append((group, counts.count == cells.count ? .counts(counts) : .hidden))
    }
  }

  /// A list whose rows are groups, with the count at each level in a column of its own.
  init(
    _ files: [String: Data], step: String, list: String, items: [String],
    counts: KeyValuePairs<String, Double>
  ) {
    self.files = files
    self.step = step
    itemColumns = items
    for row in csvRows(text("lists/\(step)-\(list).csv")) {
      let group = Group(
        item: item(of: row), dimension: row["dimension"] ?? "", name: row["group"] ?? "")
      levels[group.item] = counts.map(\.value)
      let told = counts.compactMap { Int(row[$0.key] ?? "") }
      groups.append((group, told.count == counts.count ? .counts(told) : .hidden))
    }
  }

  private func item(of row: [String: String]) -> String {
    let names = itemColumns.compactMap { row[$0] }
    return names.isEmpty ? "nps" : names.joined(separator: "/")
  }

  private func text(_ path: String) -> String {
    String(decoding: files[path] ?? Data(), as: UTF8.self)
  }

  var hidden: [Group] { groups.filter { $0.told == .hidden }.map(\.group) }

  subscript(_ group: Group) -> [Int]? {
    guard case .counts(let counts)? = groups.first(where: { $0.group == group })?.told else {
      return nil
    }
    return counts
  }

  // MARK: Subtraction

  /// Hidden groups whose number or sum of answers lies in a range narrower than the least cell.
  ///
  /// Where the groups of a dimension add up to the total, what the hidden ones have together is
  /// known level by level, and each has at least one answer. Then the most that one can have is all
  /// but one for each of the others; the least sum is one worst answer, the greatest is everything
  /// but the worst answers that the others must have.
  func confined(minCell: Int, addsUp: (String) -> Bool) -> [String] {
    var found: [String] = []
    for item in Set(groups.map(\.group.item)).sorted() {
      guard let total = self[Group(item: item, dimension: "total", name: "")],
        let values = levels[item]
      else { continue }
      let dimensions = Set(groups.map(\.group.dimension)).subtracting(["total"])
      for dimension in dimensions.sorted() where addsUp(dimension) {
        let own = groups.filter { $0.group.item == item && $0.group.dimension == dimension }
        let hidden = own.filter { $0.told == .hidden }.map(\.group)
        var rest = total
        for case (_, .counts(let counts)) in own {
          for level in rest.indices { rest[level] -= counts[level] }
        }
        guard !hidden.isEmpty else {
          if rest.contains(where: { $0 != 0 }) { found.append("\(item) \(dimension): no sum") }
          continue
        }
        guard rest.allSatisfy({ $0 >= 0 }) else {
          found.append("\(item) \(dimension): more than the total")
          continue
        }
        let n = rest.reduce(0, +)
        let width = hidden.count == 1 ? 0 : n - hidden.count
        var ascending: [Double] = []
        for (level, count) in rest.enumerated() {
          ascending += [Double](repeating: values[level], count: count)
        }
        ascending.sort()
        let others = hidden.count - 1
        let least = hidden.count == 1 ? ascending.reduce(0, +) : ascending.first ?? 0
        let greatest = ascending.dropFirst(others).reduce(0, +)
        if width < minCell { found.append("\(item) \(dimension): n of \(hidden.map(\.name))") }
        if greatest - least < Double(minCell) {
          found.append("\(item) \(dimension): sum of \(hidden.map(\.name))")
        }
      }
    }
    return found
  }

  /// Groups of fewer answers than the least cell that are told.
  func small(minCell: Int) -> [String] {
    groups.compactMap { group, told in
      guard case .counts(let counts) = told else { return nil }
      let n = counts.reduce(0, +)
      return n > 0 && n < minCell ? "\(group.item) \(group.dimension) \(group.name): \(n)" : nil
    }
  }

  /// Groups told in both packs whose difference is of fewer people than the least cell.
  func newcomers(since before: PackAudit, minCell: Int) -> [String] {
    groups.compactMap { group, told in
      guard case .counts(let now) = told, let then = before[group], now.count == then.count else {
        return nil
      }
      let steps = zip(now, then).map { $0 - $1 }
      let came = steps.reduce(0) { $0 + max($1, 0) }
      let went = steps.reduce(0) { $0 + max(-$1, 0) }
      return [came, went].contains { $0 > 0 && $0 < minCell }
        ? "\(group.item) \(group.dimension) \(group.name): +\(came) -\(went)" : nil
    }
  }

  // MARK: Other formats

  /// Figures of hidden groups in any other list, table, chart or workbook of the pack.
  ///
  /// - Parameters:
  ///   - workbook: the rows of all sheets, as another library reads them.
  ///   - others: other steps of the pack, which may tell of groups of the same name.
  func told(workbook: [[String]], but others: [PackAudit] = []) -> [String] {
    var found: [String] = []
    let names = Dictionary(grouping: hidden.filter { $0.dimension != "total" }, by: \.name)
    for (path, data) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".csv") {
      guard path.hasPrefix("lists/\(step)-") else { continue }
      for row in csvRows(String(decoding: data, as: UTF8.self)) {
        let group = Group(
          item: item(of: row), dimension: row["dimension"] ?? "", name: row["group"] ?? "")
        guard hidden.contains(group) else { continue }
        let figures = row.filter { key, value in
          !(["dimension", "group", "level", "reason"] + itemColumns).contains(key)
            && !value.isEmpty
        }
        if !figures.isEmpty { found.append("\(path): \(group.name) \(figures)") }
      }
    }
    // A row of a table that begins with a group hidden for every item has no figure in it.
    let items = Set(groups.map(\.group.item))
    let elsewhere = Set(
      others.flatMap(\.groups).filter { $0.told != .hidden }.map(\.group.name))
    let wholly = names.filter { name, own in
      !name.isEmpty && own.count >= items.count && !elsewhere.contains(name)
    }.keys
    for (path, data) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".md") {
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        guard line.hasPrefix("|") else {
          // A sentence that names a hidden group has no number in it but those of names.
          let words = line.split { !$0.isLetter && !$0.isNumber && !".,_".contains($0) }
          let named = wholly.filter { words.contains(Substring($0)) }
          let isFigure = words.contains { word in
            Double(word.filter { $0 != "," }.trimmingCharacters(in: .punctuationCharacters)) != nil
          }
          if isFigure { found += named.map { "\(path): \($0) in \(line)" } }
          continue
        }
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        found += figures(beside: wholly, cells).map { "\(path): \($0)" }
      }
    }
    for cells in workbook { found += figures(beside: wholly, cells).map { "workbook: \($0)" } }
    for (path, data) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".svg") {
      let svg = String(decoding: data, as: UTF8.self)
      for name in wholly where svg.contains(">\(name)<") { found.append("\(path): \(name)") }
    }
    return found
  }

  private func figures(beside names: some Sequence<String>, _ cells: [String]) -> [String] {
    guard let name = names.first(where: { name in cells.prefix(2).contains(name) }) else {
      return []
    }
    return cells.filter { cell in
      let bare = cell.filter { !"%,+−- ".contains($0) }
      return !bare.isEmpty && bare != name && Double(bare) != nil
    }.map { "\(name): \($0)" }
  }
}
