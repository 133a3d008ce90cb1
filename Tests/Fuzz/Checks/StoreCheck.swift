import Diagnostics
import Exports
import Foundation
import Store
import Values

/// A store that was damaged after it was closed: every use of it works or says what is wrong.
struct StoreCheck {
  let folder: URL

  private var path: String { folder.appending(path: "store.sqlite").path }

  /// - Parameter damage: by four bytes each: page, two of the place on it, and what stands there.
  func run(_ damage: inout FuzzInput) throws(FuzzFinding) {
    var image = try soundImage()
    let pages = max(1, image.count / StoreCheck.pageSize)
    while !damage.isEmpty {
      let page = damage.choice() % pages
      let place = (damage.choice() << 8 | damage.choice()) % StoreCheck.pageSize
      image[page * StoreCheck.pageSize + place] = UInt8(damage.choice())
    }
    do {
      for end in ["", "-journal", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + end)
      }
      try Data(image).write(to: URL(filePath: path))
    } catch {
      throw FuzzFinding("the input cannot be written: \(error)")
    }
    var problems = Diagnostics()
    try use(&problems)
    for problem in problems.all {
      try FuzzFinding.expect(
        !problem.message.isEmpty && problem.place?.file != "", "a problem says nothing: \(problem)")
    }
  }

  private static let pageSize = 4096

  /// Opens the store, asks everything of it, reads an export into it, and closes it.
  private func use(_ problems: inout Diagnostics) throws(FuzzFinding) {
    let store: Store
    do throws(Diagnostic) {
      store = try Store.open(path)
    } catch {
      problems.add(error)
      return
    }
    let asOf = Day(number: 20_000)
    let engine = StoreEngine(store, currency: .cny, threads: 1)
    func attempt(_ work: () throws -> Void) throws(FuzzFinding) {
      do {
        try work()
      } catch let finding as FuzzFinding {
        throw finding
      } catch let problem as Diagnostic {
        problems.add(problem)
      } catch let several as Diagnostics {
        for problem in several.all { problems.add(problem) }
      } catch {
        throw FuzzFinding("the store throws \(error)")
      }
    }
    try attempt { for file in try store.files() { _ = try store.rejects(file.id) } }
    try attempt {
      for file in try engine.account().files {
        try FuzzFinding.expect(file.isBalanced, "the account is not balanced: \(file)")
      }
    }
    for contract in Contracts.all {
      try attempt { _ = try engine.facts(of: contract, through: asOf) }
      try attempt { _ = try store.currentCount(contract.name) }
    }
    try attempt { _ = try store.staleCustomers() }
    try attempt { _ = try store.results() }
    try attempt { _ = try store.pack(hash: "0") }
    try attempt {
      _ = try store.previousMeasures(step: "rfm", settingsHash: "s", before: asOf)
    }
    try attempt { _ = try store.purchaseDays() }
    try attempt { try BlobCheck.fold(try engine.purchaseDays(zeroAmount: .purchase)) }
    try attempt { try engine.ingest(try StoreCheck.exports("later", in: folder)) { _ in } }
    try attempt { try BlobCheck.fold(try engine.purchaseDays(zeroAmount: .purchase)) }
    try attempt {
      _ = try store.erase(customer: "C1", digest: "d", salt: "s") { _, raw, _ in raw.contains("C1")
      }
    }
    try attempt { for file in try store.files().prefix(1) { try store.forget(file.id) } }
    try attempt { try store.close() }
  }
}
