import Diagnostics
import Exports
import Tabular
import Values

/// One reading of an export, with everything that must not depend on chunks and threads.
struct ExportReading {
  /// What stopped it.
  private(set) var problems: Diagnostics?
  private(set) var rejects: [Reject] = []
  private(set) var passed = 0
  private var layout: FileLayout?
  private var account: FileAccount?
  private var lines: [Int] = []
  private var rows: [String] = []

  init(
    _ file: ExportFile, _ contract: Contract, _ settings: ReadingSettings, chunkBytes: Int,
    threads: Int
  ) {
    do throws(Diagnostics) {
      let export = try OpenedExport.open(file, as: contract, settings)
      layout = export.layout
      try Diagnostics.one { () throws(Diagnostic) in
        try read(ExportReader(export, threads: threads, chunkBytes: chunkBytes))
      }
    } catch {
      problems = error
    }
  }

  private mutating func read(_ reader: ExportReader) throws(Diagnostic) {
    var (lines, rows, rejects) = ([Int](), [String](), [Reject]())
    let reading = try reader.read(
      work: { $0.batch.rowCount },
      deliver: { (batch, _: Int) throws(Diagnostic) in
        lines += batch.lines
        let columns = reader.specs.indices.map {
          batch.values($0, currency: reader.export.settings.currency)
        }
        for row in batch.lines.indices {
          rows.append(columns.map { $0.text(row) }.joined(separator: "\u{1f}"))
        }
      },
      rejected: { (found) throws(Diagnostic) in rejects += found })
    account = reading.account
    passed = reading.passed
    (self.lines, self.rows, self.rejects) = (lines, rows, rejects)
  }

  func expectSame(as other: ExportReading) throws(FuzzFinding) {
    try FuzzFinding.expect(
      problems == other.problems,
      "in one piece it ends with \(String(describing: problems)), in pieces with "
        + "\(String(describing: other.problems))")
    guard problems == nil else { return }
    try FuzzFinding.expect(
      lines == other.lines && rows == other.rows,
      "rows in one piece \(lines) \(rows), in pieces \(other.lines) \(other.rows)")
    try FuzzFinding.expect(
      rejects == other.rejects,
      "rejects in one piece \(rejects), in pieces \(other.rejects)")
    try FuzzFinding.expect(
      account == other.account,
      "account in one piece \(String(describing: account)), in pieces "
        + "\(String(describing: other.account))")
  }

  /// Every record of the file is in the account, and every reject is its record.
  func expectWhole(_ bytes: [UInt8]) throws(FuzzFinding) {
    guard let account, let layout else { throw FuzzFinding("a file that is read has an account") }
    try FuzzFinding.expect(
      account.read == passed + account.rejected + account.excluded,
      "read \(account.read) = passed \(passed) + \(account.rejected) + \(account.excluded)")
    try FuzzFinding.expect(
      account.rejected == rejects.count && passed == rows.count,
      "\(rejects.count) rejects and \(rows.count) rows of \(account)")
    try FuzzFinding.expect(
      account.rejectedByRule.reduce(0) { $0 + $1.rows } == account.rejected
        && account.excludedByRule.reduce(0) { $0 + $1.rows } == account.excluded,
      "the rules do not add up: \(account)")
    try Expectation.ascending(lines, of: bytes)
    try Expectation.ascending(rejects.map(\.line), of: bytes)
    try FuzzFinding.expect(
      rejects.allSatisfy { !$0.problems.isEmpty }, "a row is rejected for no reason")
    guard let plain = Expectation.records(bytes, layout.dialect) else { return }
    let rows = try Expectation.rows(
      plain.records.filter { $0.line > layout.headerLine }, rejects)
    try FuzzFinding.expect(
      rows.count == account.read, "\(rows.count) rows in the file, \(account.read) read")
    let raws = Dictionary(rows.map { ($0.line, $0.raw) }) { first, _ in first }
    for line in lines {
      try FuzzFinding.expect(raws[line] != nil, "no record begins on line \(line)")
    }
    for reject in rejects {
      guard let raw = raws[reject.line] else {
        throw FuzzFinding("no record begins on the line of \(reject)")
      }
      try FuzzFinding.expect(
        PlainRecords.shown(raw) == reject.raw,
        "the record is \(PlainRecords.shown(raw)), the reject \(reject)")
    }
  }
}
