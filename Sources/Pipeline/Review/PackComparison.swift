package import Diagnostics
package import Report
import Values

/// What two packs have different: why, which measures, which classes, which rows.
package struct PackComparison {
  package let before: RecordedPack
  package let now: RecordedPack
  private let threads: Int?

  package init(_ before: RecordedPack, _ now: RecordedPack, threads: Int? = nil) {
    self.before = before
    self.now = now
    self.threads = threads
  }

  /// A measure whose figures are others, new, or gone.
  package struct MeasureChange: Sendable, Equatable {
    package let step: String
    package let id: String
    package let label: String
    package let unit: String
    package let before: Double?
    package let now: Double?
    /// `overlap`, `apart`, `new`, `gone`; empty where a side has no interval.
    package let intervals: String
  }

  /// A list of both packs, or of one of them.
  package struct ListChange: Sendable {
    package let path: String
    package var rowsBefore: Int?
    package var rowsNow: Int?
    package var added = 0
    package var gone = 0
    package var changed = 0
    /// Columns that only one of the packs has.
    package var columns: [PackChange] = []
    package var classes: [ClassMoves] = []
    /// The first differences, in order of the rows.
    package var first: [PackChange] = []

    package var isSame: Bool {
      added + gone + changed == 0 && columns.isEmpty && rowsBefore != nil && rowsNow != nil
    }
  }

  /// How the rows that both packs have moved between the classes of a column.
  package struct ClassMoves: Sendable {
    package let column: String
    /// Rows by the class they were in and the one they are in.
    package var rows: [Move: Int] = [:]

    package struct Move: Hashable, Sendable {
      package let from: String
      package let to: String

      package init(from: String, to: String) {
        self.from = from
        self.to = to
      }
    }

    package var all: Int { rows.values.reduce(0, +) }
    package var moved: Int { moves.reduce(0) { $0 + $1.rows } }

    /// Moves to another class, the greatest first; equal ones by their names.
    package var moves: [(move: Move, rows: Int)] {
      rows.filter { $0.key.from != $0.key.to }.map { ($0.key, $0.value) }.sorted {
        ($1.1, $0.0.from, $0.0.to) < ($0.1, $1.0.from, $1.0.to)
      }
    }
  }

  /// Version, as-of date, settings and inputs that differ: the reasons for all else.
  package func origins() -> [PackChange] {
    var changes: [PackChange] = []
    func note(_ name: String, _ before: String?, _ now: String?) {
      if before != now {
        changes.append(PackChange(.origin, column: name, before: before, now: now))
      }
    }
    note("version", before.version, now.version)
    note("as_of", before.asOf.iso, now.asOf.iso)
    for one in TextDifferences(before.settings, now.settings).all where one.name != "as_of" {
      note(one.name, one.before, one.now)
    }
    for one in TextDifferences(Self.inputs(before), Self.inputs(now)).all {
      note("input \(one.name)", one.before, one.now)
    }
    return changes
  }

  private static func inputs(_ pack: RecordedPack) -> [(path: String, text: String)] {
    var seen: [String: Int] = [:]
    return pack.inputs.map { input in
      let name = "\(input.contract)/\(input.file)"
      seen[name, default: 0] += 1
      let place = seen[name, default: 1]
      return (place > 1 ? "\(name) (\(place))" : name, String(input.sha256.prefix(12)))
    }
  }

  /// All measures, and how many each pack has; only those that differ come back.
  package func measures() throws(Diagnostic) -> [MeasureChange] {
    let (old, new) = (try Self.measures(of: before, threads), try Self.measures(of: now, threads))
    let known = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    let later = Set(new.map(\.name))
    return new.compactMap { measure in
      guard let earlier = known[measure.name] else { return measure.change(from: nil, "new") }
      guard earlier.figures != measure.figures else { return nil }
      return measure.change(from: earlier, measure.intervals(with: earlier))
    }
      + old.filter { !later.contains($0.name) }.map { $0.gone }
  }

  private static func measures(
    of pack: RecordedPack, _ threads: Int?
  ) throws(Diagnostic) -> [RecordedMeasure] {
    RecordedMeasure.all(
      in: try ListTable.read("\(pack.folder)/\(MeasureTable.fileName)", threads: threads))
  }

  /// The lists of either pack, those of the later one first; every difference is handed over.
  ///
  /// - Parameter most: how many differences a list remembers.
  package func lists(
    remembering most: Int, _ tell: (PackChange) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [ListChange] {
    let earlier = before.lists.filter { list in !now.lists.contains { $0.path == list.path } }
    return try (now.lists + earlier).map { (list) throws(Diagnostic) in
      try compare(list, most, tell)
    }
  }

  private func compare(
    _ list: Manifest.List, _ most: Int, _ tell: (PackChange) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> ListChange {
    var change = ListChange(path: list.path)
    let old = try table(list, of: before)
    let new = try table(list, of: now)
    change.rowsBefore = old?.rowCount
    change.rowsNow = new?.rowCount
    func note(_ one: PackChange) throws(Diagnostic) {
      if change.first.count < most { change.first.append(one) }
      try tell(one)
    }
    guard let old, let new else {
      try note(
        PackChange(
          .list, place: list.path, before: old.map { "\($0.rowCount) rows" },
          now: new.map { "\($0.rowCount) rows" }))
      return change
    }
    for column in new.header where !old.header.contains(column) {
      change.columns.append(
        PackChange(.list, place: list.path, column: column, before: nil, now: "there"))
    }
    for column in old.header where !new.header.contains(column) {
      change.columns.append(
        PackChange(.list, place: list.path, column: column, before: "there", now: nil))
    }
    for one in change.columns { try tell(one) }
    let classes = list.classes.filter { column in
      before.lists.contains { $0.path == list.path && $0.classes.contains(column) }
    }
    var moves = classes.map { ClassMoves(column: $0) }
    let comparison = ListComparison(old, new)
    try comparison.forEachRow { (row) throws(Diagnostic) in
      switch row {
      case .added(let key):
        change.added += 1
        try note(PackChange(.rowAdded, place: list.path, key: key, before: nil, now: "there"))
      case .gone(let key):
        change.gone += 1
        try note(PackChange(.rowGone, place: list.path, key: key, before: "there", now: nil))
      case .both(let key, let cells, let place):
        for index in moves.indices {
          let column = moves[index].column
          let now = comparison.cell(column, place)
          let before = cells.first { $0.column == column }?.before ?? now
          moves[index].rows[.init(from: before, to: now), default: 0] += 1
        }
        if !cells.isEmpty { change.changed += 1 }
        for cell in cells {
          try note(
            PackChange(
              classes.contains(cell.column) ? .move : .cell, place: list.path, key: key,
              column: cell.column, before: cell.before, now: cell.now))
        }
      }
    }
    change.classes = moves.filter { $0.moved > 0 }
    return change
  }

  private func table(
    _ list: Manifest.List, of pack: RecordedPack
  ) throws(Diagnostic) -> ListTable? {
    guard pack.lists.contains(where: { $0.path == list.path }),
      PackVerification.isInside(list.path)
    else { return nil }
    return try ListTable.read("\(pack.folder)/\(list.path)", threads: threads)
  }
}
