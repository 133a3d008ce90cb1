import Diagnostics
import Exports
import Foundation
import Store
import Values

extension StoreCheck {
  /// The bytes of a small store with a bit of everything, made once a folder.
  func soundImage() throws(FuzzFinding) -> [UInt8] {
    let path = folder.appending(path: "sound.sqlite").path
    do {
      if let image = FileManager.default.contents(atPath: path) { return Array(image) }
      let store = try Store.open(path)
      let engine = StoreEngine(store, currency: .cny, threads: 1)
      try engine.ingest(try StoreCheck.exports("first", in: folder)) { _ in }
      _ = try engine.purchaseDays(zeroAmount: .purchase)
      try engine.ingest(try StoreCheck.exports("second", in: folder)) { _ in }
      let customers = try engine.facts(of: .customers, through: nil)
      try store.keep(asOf: Day(number: 19_000)) { (kept) throws(Diagnostic) in
        try kept.measures(
          [StoredMeasure(id: "customers", value: 3, unit: "customers", low: 1, high: 5, n: 3)],
          step: "rfm", settingsHash: "s")
        if let customers { try kept.result(customers, step: "rfm") }
        try kept.pack(hash: "0", folder: "Output/review")
      }
      try store.close()
      guard let image = FileManager.default.contents(atPath: path) else {
        throw FuzzFinding("the sound store is not there")
      }
      return Array(image)
    } catch let finding as FuzzFinding {
      throw finding
    } catch {
      throw FuzzFinding("a sound store cannot be made: \(error)")
    }
  }

  /// Exports of three contracts; those of `first` and `second` overlap.
  static func exports(_ name: String, in folder: URL) throws -> [ContractFiles] {
    let amount = ["first": "10.50", "second": "11.25"][name] ?? "12.00"
    let texts: [(Contract, String)] = [
      (.rates, "date,currency,rate\n2024-03-01,USD,7.1\n"),
      (
        .orders,
        """
        order_id,line,customer_id,order_date,amount,margin,currency,status
        O1,1,C1,2024-03-01 10:00:00,\(amount),2.00,CNY,paid
        O1,2,C1,2024-03-01 10:00:00,5.00,1.00,USD,paid
        O2-\(name),1,C2,2024-04-0\(name.utf8.count % 9 + 1),-3.00,,CNY,paid
        O3,1,C3,2024-13-01,1.00,,CNY,paid
        O4,1,客户四,2024-05-01,100.00,20.00,EUR,open

        """
      ),
      (.customers, "customer_id,name,segment\nC1,\(name),A\nC2,Two,B\n客户四,四,A\n"),
    ]
    return try texts.map { contract, text in
      let file = "\(name)-\(contract.name).csv"
      let url = folder.appending(path: file)
      try Data(text.utf8).write(to: url)
      return ContractFiles(
        contract: contract, files: [ExportFile(name: file, path: url.path)],
        settings: ReadingSettings())
    }
  }
}
