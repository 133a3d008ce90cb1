import Diagnostics
import Exports
import Foundation
import Store
import Values

/// The file form of purchase days, and a store whose file is damaged: a problem that is told, never
/// a crash, and what is read is written and read again the same.
struct BlobCheck {
  let folder: URL

  func run(_ input: [UInt8]) throws(FuzzFinding) {
    var choices = FuzzInput(input)
    if choices.choice() % 2 == 0 {
      try checkDays(choices.rest)
    } else {
      try StoreCheck(folder: folder).run(&choices)
    }
  }

  private func checkDays(_ bytes: [UInt8]) throws(FuzzFinding) {
    let path = folder.appending(path: "days.csv").path
    let copy = folder.appending(path: "again.csv").path
    do {
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw FuzzFinding("the input cannot be written: \(error)")
    }
    let days: PurchaseDays
    do throws(Diagnostics) {
      days = try PurchaseDays.read(path, currency: .cny)
    } catch {
      try Expectation.problems(error, in: bytes)
      return
    }
    try BlobCheck.fold(days)
    do {
      try days.write(to: copy)
      let again = try PurchaseDays.read(copy, currency: .cny)
      try FuzzFinding.expect(
        again.columns == days.columns && again.totals == days.totals,
        "\(days.columns) is read again as \(again.columns)")
    } catch let finding as FuzzFinding {
      throw finding
    } catch {
      throw FuzzFinding("what was written is not read again: \(error)")
    }
  }

  /// The ledger of purchase days, under every policy.
  static func fold(_ days: PurchaseDays) throws(FuzzFinding) {
    for refunds in Refunds.allCases {
      let ledger = Ledger(days, asOf: Day(number: 20_000), refunds: refunds, threads: 1)
      try FuzzFinding.expect(
        ledger.totalRows + ledger.rowsAfterAsOf == days.totals.rows,
        "\(ledger.totalRows) and \(ledger.rowsAfterAsOf) rows of \(days.totals.rows)")
      try FuzzFinding.expect(
        ledger.table().rowCount == ledger.count, "the table has other rows than the ledger")
    }
  }
}
