import Diagnostics
import Exports
import Foundation
import Tabular
import Values

/// An export of any bytes: every row is accounted for, and the result is that of the file alone,
/// whatever the size of the chunks and the number of threads.
struct CSVCheck {
  let folder: URL

  private var path: String { folder.appending(path: "input.csv").path }

  func run(_ input: [UInt8]) throws(FuzzFinding) {
    var input = FuzzInput(input)
    let contracts = Contracts.all
    let kind = input.choice() % (contracts.count + 1)
    let chunkBytes = input.choice() + 1
    let threads = input.choice() % 3 + 1
    let settings = CSVCheck.settings(input.choice())
    let bytes = input.rest
    if kind == contracts.count {
      try StructureCheck(bytes: bytes, chunkBytes: chunkBytes, threads: threads).run()
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw FuzzFinding("the input cannot be written: \(error)")
    }
    let file = ExportFile(name: "input.csv", path: path)
    let contract = contracts[kind]
    let whole = ExportReading(file, contract, settings, chunkBytes: 1 << 19, threads: 1)
    let pieces = ExportReading(file, contract, settings, chunkBytes: chunkBytes, threads: threads)
    try whole.expectSame(as: pieces)
    if let problems = whole.problems {
      try Expectation.problems(problems, in: bytes)
      return
    }
    try whole.expectWhole(bytes)
    try expectBalance(of: file, contract, settings, threads, reading: whole)
  }

  /// How the file is read, by one byte.
  private static func settings(_ choice: Int) -> ReadingSettings {
    var settings = ReadingSettings()
    let (encodings, delimiters) = (TextEncoding.allCases, DelimiterName.allCases)
    if encodings.indices.contains(choice % 16) { settings.encoding = encodings[choice % 16] }
    let delimiter = choice / 16 % 8
    if delimiters.indices.contains(delimiter) { settings.delimiter = delimiters[delimiter] }
    if choice > 127 {
      settings.grain = .order
      settings.exclude = [("status", ["cancelled", "已取消"])]
      settings.zoneOffset = 28_800
    }
    return settings
  }

  /// The engine in memory: accepted and merged rows are those that passed.
  private func expectBalance(
    of file: ExportFile, _ contract: Contract, _ settings: ReadingSettings, _ threads: Int,
    reading: ExportReading
  ) throws(FuzzFinding) {
    let set = ContractFiles(contract: contract, files: [file], settings: settings)
    var lines: [Int] = []
    let facts: MemoryEngine.Facts
    do throws(Diagnostics) {
      facts = try MemoryEngine(currency: settings.currency, threads: threads)
        .read([set], reducesOrders: true) { (row) throws(Diagnostic) in lines.append(row.line) }
    } catch {
      // Sums beyond 64 bits: the only thing that a file may still end with here.
      try FuzzFinding.expect(
        error.all.allSatisfy { $0.code == "overflow" }, "the engine ends with \(error)")
      return
    }
    guard let account = facts.account.files.first else {
      throw FuzzFinding("the file has no account")
    }
    try FuzzFinding.expect(account.isBalanced, "the account is not balanced: \(account)")
    try FuzzFinding.expect(
      account.accepted + account.merged == reading.passed,
      "\(account.accepted) accepted and \(account.merged) merged of \(reading.passed) passed")
    try FuzzFinding.expect(
      lines == reading.rejects.map(\.line), "the engine rejects other lines than the reader")
    if let days = facts.purchaseDays {
      let ledger = Ledger(days, asOf: Day(number: 30_000), threads: threads)
      try FuzzFinding.expect(
        ledger.totalRows + ledger.rowsAfterAsOf == days.totals.rows,
        "the ledger has other rows than the purchase days")
    }
  }
}
