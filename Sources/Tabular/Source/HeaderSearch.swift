/// Where the header of a text stands, and what delimits its cells.
struct HeaderSearch {
  /// Records above the header that are passed over at most, less one.
  static let recordsLookedAt = 20
  /// Records from the header on that are held against its width.
  private static let recordsCompared = 50

  let delimiter: Dialect.Delimiter
  let reason: String
  let header: RecordSketch.Record
  /// The records above it.
  let titles: [RecordSketch.Record]
  /// Whether the header is one that the caller takes.
  let isAccepted: Bool

  private var fitting = 0
  private var rows = 0

  /// Looks for the first record that is accepted, else takes the first one.
  ///
  /// Of two delimiters the one with an accepted header is taken, then the one under which most
  /// records have the width of the header, then the one that makes it wider.
  ///
  /// - Returns: nil for a text of blank lines.
  init?(
    _ text: ArraySlice<UInt8>, delimiter chosen: Dialect.Delimiter?, accepts: ([String]) -> Bool
  ) {
    let candidates = (chosen.map { [$0] } ?? Dialect.Delimiter.allCases).compactMap {
      HeaderSearch(text, $0, accepts)
    }
    if chosen != nil {
      guard let only = candidates.first, let chosen else { return nil }
      self.init(only, reason: "\(chosen): as chosen")
      return
    }
    var best: HeaderSearch?
    for candidate in candidates where candidate.header.cells.count > 1 {
      if let best, best.rank >= candidate.rank { continue }
      best = candidate
    }
    if let best {
      self.init(
        best,
        reason:
          "\(best.delimiter): \(best.header.cells.count) columns in \(best.fitting) of the first "
          + "\(best.rows) lines")
    } else if let single = candidates.first {
      self.init(single, reason: "comma: the header is one column")
    } else {
      return nil
    }
  }

  private var rank: (Int, Int, Int) { (isAccepted ? 1 : 0, fitting, header.cells.count) }

  private init?(
    _ text: ArraySlice<UInt8>, _ delimiter: Dialect.Delimiter, _ accepts: ([String]) -> Bool
  ) {
    let records = RecordSketch.records(
      text, delimiter: delimiter.rawValue,
      limit: HeaderSearch.recordsLookedAt + HeaderSearch.recordsCompared)
    guard let first = records.first else { return nil }
    let found = records.prefix(HeaderSearch.recordsLookedAt).firstIndex { accepts($0.texts) }
    let place = found ?? 0
    self.delimiter = delimiter
    reason = ""
    header = found.map { records[$0] } ?? first
    titles = Array(records[..<place])
    isAccepted = found != nil
    let compared = records[place...].prefix(HeaderSearch.recordsCompared)
    rows = compared.count
    fitting = compared.count { $0.cells.count == records[place].cells.count }
  }

  private init(_ found: HeaderSearch, reason: String) {
    delimiter = found.delimiter
    header = found.header
    titles = found.titles
    isAccepted = found.isAccepted
    fitting = found.fitting
    rows = found.rows
    self.reason = reason
  }
}
