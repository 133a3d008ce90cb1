import Diagnostics
import Foundation
import Store
import Testing
import Values

@testable import Exports

/// Some columns of the rows, beside all of them.
@Suite struct PartialColumnTests {
  private static let wanted: Set = ["customer_id", "amount", "product"]

  private func texts(_ table: DataTable?) -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for name in Self.wanted {
      guard let values = table?.values(name) else { continue }
      texts[name] = (0..<values.count).map(values.text)
    }
    return texts
  }

  @Test func `consistency: the columns wanted are those of all columns, in both engines`() throws {
    let folder = try EngineFolder()
    let files = [
      """
      order_id,line,customer_id,order_date,amount,product,channel
      o1,1,c1,2025-01-05,10.00,x,web
      o1,2,c1,2025-01-05,-2.50,y,web
      o2,1,c2,2025-02-31,4.00,x,shop
      o3,1,c2,2025-02-03,4.00,,shop

      """,
      """
      order_id,line,customer_id,order_date,amount,product,channel
      o1,1,c1,2025-01-06,11.00,z,web
      o4,1,c3,2025-03-01,1.00,x,shop

      """,
    ]
    let exports = try files.enumerated().map { index, text in
      ExportFile(name: "f\(index).csv", path: try folder.write("f\(index).csv", text))
    }
    let set = ContractFiles(contract: .orders, files: exports, settings: ReadingSettings())
    let engine = MemoryEngine(currency: .cny, threads: 2)
    let all = try engine.read([set], reducesOrders: false) { _ throws(Diagnostic) in }
    let some = try engine.read(
      [set], reducesOrders: false, columns: ["orders": Self.wanted]
    ) { _ throws(Diagnostic) in }
    let expected = texts(all.tables["orders"])
    #expect(expected["product"] == ["", "z", "x"])
    #expect(texts(some.tables["orders"]) == expected)
    #expect(some.tables["orders"]?.values("channel") == nil)
    #expect(some.account.files.map(\.accepted) == all.account.files.map(\.accepted))
    #expect(some.account.files.map(\.withdrawn) == all.account.files.map(\.withdrawn))

    let store = try Store.open(folder.path("s.sqlite"))
    let stored = StoreEngine(store, currency: .cny, threads: 2)
    try stored.ingest([set]) { _ in }
    let table = try stored.facts(of: .orders, through: nil) { Self.wanted.contains($0) }
    #expect(texts(table) == expected)
    #expect(Set(table?.heads.map(\.id) ?? []) == Self.wanted)
    // Rows are dated by a column that is not wanted.
    let early = try stored.facts(of: .orders, through: Day(year: 2025, month: 2, day: 28)) {
      $0 == "product"
    }
    #expect(early?.rowCount == 2)
    try store.close()
  }
}
