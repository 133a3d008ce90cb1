import Diagnostics
import Foundation
import Store
import Testing
import Values

@testable import Exports

/// Exports as other programs write them, and amounts in other currencies.
@Suite struct ReadingTests {
  private func set(
    _ contract: Contract, _ paths: [String], _ settings: ReadingSettings = ReadingSettings()
  ) -> ContractFiles {
    ContractFiles(
      contract: contract, files: paths.enumerated().map { ExportFile(name: "f\($0)", path: $1) },
      settings: settings)
  }

  private func read(
    _ sets: [ContractFiles]
  ) throws -> (facts: MemoryEngine.Facts, rejected: [String]) {
    var rejected: [String] = []
    let facts = try MemoryEngine(currency: .cny).read(sets, reducesOrders: false) {
      (row) throws(Diagnostic) in rejected.append("\(row.line) \(row.columns) \(row.rules)")
    }
    return (facts, rejected)
  }

  private func texts(_ facts: MemoryEngine.Facts, _ contract: String, _ column: String) -> [String]
  {
    guard let table = facts.tables[contract], let values = table.values(column) else { return [] }
    return (0..<table.rowCount).map { values.text($0) }
  }

  private static let orders = """
    order_id,customer_id,order_date,amount,currency
    1,a,2025-01-05,10.00,
    2,a,2025-01-05,10.00,CNY
    3,a,2025-01-05,10.00,USD
    4,a,2025-01-06,10.00,USD
    5,a,2025-01-05,0.07,EUR
    6,a,2025-01-05,-0.07,EUR
    7,a,2025-01-05,1.00,XYZW

    """
  private static let rates = """
    date,currency,rate
    2025-01-05,USD,7.1234
    2025-01-05,EUR,7.5

    """

  @Test func `amounts are converted with the rate of their day, or rejected for want of one`()
    throws
  {
    let folder = try EngineFolder()
    let (facts, rejected) = try read([
      set(.orders, [try folder.write("o", Self.orders)]),
      set(.rates, [try folder.write("r", Self.rates)]),
    ])
    // 0.07 × 7.5 = 0.525, half a cent away from zero both ways.
    #expect(
      texts(facts, "orders", "amount") == ["10.00", "10.00", "71.23", "0.53", "-0.53"])
    #expect(rejected == ["5 currency rate", "8 currency currency"])
    let account = try #require(facts.account.files.first { $0.contract == "orders" })
    #expect(account.rejectedByRule.map { "\($0.rule) \($0.rows)" } == ["currency 1", "rate 1"])
    #expect(account.isBalanced)
  }

  @Test func `a rate that changes makes its file be read again, and no other`() throws {
    let folder = try EngineFolder()
    let store = try Store.open(folder.path("s.sqlite"))
    defer { try? store.close() }
    let engine = StoreEngine(store, currency: .cny)
    let other = "order_id,customer_id,order_date,amount\n9,b,2025-01-05,1.00\n"
    let orders = set(
      .orders, [try folder.write("o", Self.orders), try folder.write("p", other)])
    func ingest(_ rates: String) throws -> [String] {
      var read: [String] = []
      let sets = [
        orders,
        ContractFiles(
          contract: .rates,
          files: [ExportFile(name: "rates", path: try folder.write("r", rates))],
          settings: ReadingSettings()),
      ]
      try engine.ingest(sets) { event in
        if case .read(let account) = event { read.append(account.file) }
      }
      return read
    }
    func amounts() throws -> [String] {
      let table = try #require(try engine.facts(of: .orders, through: nil))
      let values = try #require(table.values("amount"))
      return (0..<table.rowCount).map { values.text($0) }.sorted()
    }
    #expect(try ingest(Self.rates) == ["rates", "f0", "f1"])
    #expect(try amounts() == ["-0.53", "0.53", "1.00", "10.00", "10.00", "71.23"])
    #expect(try ingest(Self.rates) == [])
    #expect(try ingest(Self.rates.replacing("7.1234", with: "7.0000")) == ["rates", "f0"])
    #expect(try amounts() == ["-0.53", "0.53", "1.00", "10.00", "10.00", "70.00"])
  }

  @Test func `a Chinese export in GB18030 is read by its bytes`() throws {
    let folder = try EngineFolder()
    // 客户编号,客户名称,地区 / C1,赵氏,华南 in GB18030.
    let header: [UInt8] = [
      0xBF, 0xCD, 0xBB, 0xA7, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xBF, 0xCD, 0xBB, 0xA7, 0xC3, 0xFB,
      0xB3, 0xC6, 0x2C, 0xB5, 0xD8, 0xC7, 0xF8, 0x0D, 0x0A,
    ]
    let row: [UInt8] = [0x43, 0x31, 0x2C, 0xD5, 0xD4, 0xCA, 0xCF, 0x2C, 0xBB, 0xAA, 0xC4, 0xCF]
    let (facts, rejected) = try read([
      set(.customers, [try folder.write("c", header + row + [0x0D, 0x0A])])
    ])
    #expect(rejected == [])
    #expect(texts(facts, "customers", "name") == ["赵氏"])
    #expect(texts(facts, "customers", "region") == ["华南"])
    let account = try #require(facts.account.files.first)
    #expect(account.encoding == "GB18030")
    #expect(account.encodingBasis == "header")
    #expect(account.reasons.first == "GB18030: not valid UTF-8 at line 1, and the header maps")
  }

  @Test(arguments: [
    (
      "zoho-crm", "Record Id,Account Name,Account Type,Billing State,Created Time,Account Owner",
      "zcrm_1,Acme,Customer,Bavaria,2024-05-06 10:00:00,Lee"
    ),
    ("fxiaoke", "客户编号,客户名称,客户级别,省,创建时间,负责人", "KH1,Acme,重点,四川,2024-05-06 10:00,王"),
  ])
  func `customers of a preset`(_ preset: String, _ header: String, _ row: String) throws {
    let folder = try EngineFolder()
    let (facts, rejected) = try read([
      set(
        .customers, [try folder.write("c", "\(header)\n\(row)\n")],
        ReadingSettings(preset: preset))
    ])
    #expect(rejected == [])
    for column in ["customer_id", "name", "segment", "region", "acquired_on", "owner"] {
      #expect(texts(facts, "customers", column).first?.isEmpty == false, "\(column)")
    }
    #expect(texts(facts, "customers", "name") == ["Acme"])
    #expect(texts(facts, "customers", "acquired_on") == ["2024-05-06"])
  }

  @Test(arguments: [
    (
      "zoho-crm", "SO Number,Account Name,Created Time,Grand Total,Status,Currency",
      "SO-1,Acme,2024-05-06 10:00:00,12.50,Delivered,CNY"
    ),
    ("fxiaoke", "销售订单编号,客户名称,下单日期,销售订单金额(元),生命状态", "DD1,Acme,2024-05-06,12.50,正常"),
  ])
  func `orders of a preset`(_ preset: String, _ header: String, _ row: String) throws {
    let folder = try EngineFolder()
    let (facts, rejected) = try read([
      set(
        .orders, [try folder.write("o", "\(header)\n\(row)\n")],
        ReadingSettings(preset: preset))
    ])
    #expect(rejected == [])
    #expect(texts(facts, "orders", "amount") == ["12.50"])
    #expect(texts(facts, "orders", "customer_id") == ["Acme"])
  }

  @Test func `every contract reads a header of its own names, and of its first aliases`() throws {
    for contract in Contracts.all {
      let folder = try EngineFolder()
      for header in [
        contract.fields.map(\.name), contract.fields.map { $0.aliases.last ?? $0.name },
      ] where Set(header).count == header.count {
        let path = try folder.write("h", header.joined(separator: ",") + "\n")
        let export = try OpenedExport.open(
          ExportFile(name: "h", path: path), as: contract, ReadingSettings())
        #expect(export.columns.map(\.name) == contract.fields.map(\.name), "\(contract.name)")
      }
    }
  }
}
