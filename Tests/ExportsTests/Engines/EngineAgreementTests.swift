import Diagnostics
import Foundation
import Store
import Testing
import Values

@testable import Exports

/// The engine in memory and the engine over the store, on the same random files.
@Suite struct EngineAgreementTests {
  /// The account of the files, and the current rows of the contract in their order.
  private struct Outcome: Equatable {
    var counts: [[Int]]
    var rows: [String]
  }

  private func text(_ table: DataTable?) -> [String] {
    guard let table else { return [] }
    let order = table.heads.indices.sorted { table.heads[$0].id < table.heads[$1].id }
    return (0..<table.rowCount).map { row in
      order.filter { !table.columns[$0].isMissing(row) }
        .map { "\(table.heads[$0].id)=\(table.columns[$0].text(row))" }.joined(separator: " ")
    }
  }

  private func counts(_ account: Account) -> [[Int]] {
    account.files.map {
      [$0.read, $0.accepted, $0.merged, $0.rejected, $0.excluded, $0.withdrawn]
    }
  }

  private func memory(_ set: ContractFiles) throws -> Outcome {
    let facts = try MemoryEngine(currency: .cny, threads: 2)
      .read([set], reducesOrders: false) { _ throws(Diagnostic) in }
    let rows = text(facts.tables[set.contract.name])
    return Outcome(counts: counts(facts.account), rows: rows)
  }

  private func stored(_ set: ContractFiles, _ folder: EngineFolder) throws -> Outcome {
    let store = try Store.open(folder.path("s-\(UUID().uuidString).sqlite"))
    let engine = StoreEngine(store, currency: .cny, threads: 2)
    try engine.ingest([set]) { _ in }
    let rows = text(try engine.facts(of: set.contract, through: nil))
    let outcome = Outcome(counts: counts(try engine.account()), rows: rows)
    try store.close()
    return outcome
  }

  private func check(_ contract: Contract, _ files: [String]) throws {
    let folder = try EngineFolder()
    let exports = try files.enumerated().map { index, text in
      ExportFile(name: "f\(index).csv", path: try folder.write("f\(index).csv", text))
    }
    let set = ContractFiles(contract: contract, files: exports, settings: ReadingSettings())
    let (first, second) = (try memory(set), try stored(set, folder))
    #expect(first == second)
    #expect(first.counts.allSatisfy { $0[0] == $0[1] + $0[2] + $0[3] + $0[4] })
    let standing = first.counts.reduce(0) { $0 + $1[1] - $1[5] }
    #expect(first.rows.count == standing)
  }

  @Test(arguments: 1...12)
  func `consistency: order lines of overlapping files`(_ seed: UInt64) throws {
    var random = SampleGenerator(state: seed)
    let files = (0..<3).map { _ in
      var text = "order_id,line,customer_id,order_date,amount\n"
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let order = Int.random(in: 0...6, using: &random)
        let line = Int.random(in: 1...3, using: &random)
        let day = Int.random(in: 1...31, using: &random)
        let amount = Int.random(in: -3...9, using: &random)
        // Day 30 and 31 of February are rejected; order 0 has no number.
        text += "\(order == 0 ? "" : "o\(order)"),\(line),c\(order % 3),"
        text += "2025-02-\(day < 10 ? "0" : "")\(day),\(amount).25\n"
      }
      return text
    }
    try check(.orders, files)
  }

  @Test(arguments: 1...8)
  func `consistency: customers that come again with other columns`(_ seed: UInt64) throws {
    var random = SampleGenerator(state: seed)
    let files = (0..<3).map { file in
      var text = "customer_id,name,\(file == 1 ? "segment" : "region")\n"
      for _ in 0..<Int.random(in: 0...25, using: &random) {
        let customer = Int.random(in: 0...9, using: &random)
        let name = ["赵", "b", "", "d e"].randomElement(using: &random) ?? ""
        text += "\(customer == 0 ? "" : "c\(customer)"),\(name),\(customer % 2 == 0 ? "x" : "")\n"
      }
      return text
    }
    try check(.customers, files)
  }
}

/// A folder of one test; gone when the test ends.
final class EngineFolder {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "engine-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: folder.appending(path: name))
    return path(name)
  }
}
