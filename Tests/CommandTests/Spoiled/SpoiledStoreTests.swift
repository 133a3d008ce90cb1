import Foundation
import GRDB
import Testing

/// Stores that are damaged, foreign, newer or no store at all.
@Suite struct SpoiledStoreTests {
  private static let orders =
    "order_id,customer_id,order_date,amount\n"
    + (1...400).map { "\($0),customer-\($0 % 90),2025-01-\(10 + $0 % 20),\($0).50\n" }.joined()
  private static let pipeline = """
    as_of: 2025-01-31
    exports: { orders: orders.csv }
    steps: [{ stage: ledger }]

    """
  private static let command = ["run", "p.yaml", "--out", "out", "--store", "s.sqlite"]

  /// A store after one run of the pipeline.
  private static let good = Result {
    let scratch = try Scratch()
    try scratch.write("orders.csv", orders)
    try scratch.write("p.yaml", pipeline)
    let ended = try Program.run(command, in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    return try Data(contentsOf: scratch.folder.appending(path: "s.sqlite"))
  }

  /// The good store after a statement.
  private static func store(after sql: String) throws -> Data {
    let scratch = try Scratch()
    let path = try scratch.write("s.sqlite", try good.get())
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return try Data(contentsOf: URL(filePath: path))
  }

  private static func overwritten(
    _ store: Data, _ range: Range<Int>, with byte: UInt8
  ) -> Data {
    var store = store
    store.replaceSubrange(range, with: Data(repeating: byte, count: range.count))
    return store
  }

  static let names: [(String, Int32)] = [
    ("empty", 0), ("text", 65), ("a-few-bytes", 65), ("header-overwritten", 65),
    ("header-alone", 65), ("cut-in-the-middle", 65), ("cut-within-a-page", 65),
    ("schema-overwritten", 65), ("pages-overwritten", 65), ("page-size-wrong", 65),
    ("of-another-program", 65), ("of-a-newer-schema", 65), ("a-folder", 73), ("a-workbook", 65),
    ("rows-below-zero", 65), ("sums-beyond-64-bits", 65),
  ]

  private static func spoiled(_ name: String) throws -> Data? {
    let good = try good.get()
    switch name {
    case "empty": return Data()
    case "text": return Data(orders.utf8)
    case "a-few-bytes": return good.prefix(40)
    case "header-overwritten": return overwritten(good, 0..<16, with: 0x20)
    case "header-alone": return good.prefix(100)
    case "cut-in-the-middle": return good.prefix(good.count / 8192 * 4096)
    case "cut-within-a-page": return good.prefix(good.count - 1000)
    case "schema-overwritten": return overwritten(good, 100..<4096, with: 0xA5)
    case "pages-overwritten": return overwritten(good, 4096..<good.count, with: 0xA5)
    case "page-size-wrong": return overwritten(good, 16..<18, with: 0x07)
    case "of-another-program": return try store(after: "PRAGMA application_id = 7")
    case "of-a-newer-schema": return try store(after: "PRAGMA user_version = 999")
    case "rows-below-zero": return try store(after: "UPDATE purchase_days SET rows = -1")
    case "sums-beyond-64-bits":
      return try store(after: "UPDATE purchase_days SET gross = \(Int64.max)")
    case "a-workbook": return Data("PK\u{3}\u{4}".utf8) + Data(repeating: 0, count: 5000)
    default: return nil
    }
  }

  @Test(arguments: names)
  func `a store that is spoiled is told, and left as it is`(_ name: String, _ status: Int32) throws
  {
    var files = ["orders.csv": Data(Self.orders.utf8), "p.yaml": Data(Self.pipeline.utf8)]
    let store = try Self.spoiled(name)
    if let store { files["s.sqlite"] = store } else { files["s.sqlite/x"] = Data() }
    try SpoiledCase(name, exit: status, Self.command, files).check("store")
    guard status != 0, let store else { return }
    let scratch = try Scratch()
    for (name, data) in files { try scratch.write(name, data) }
    _ = try Program.run(Self.command, in: scratch.folder)
    #expect(try Data(contentsOf: scratch.folder.appending(path: "s.sqlite")) == store)
    #expect(try RunSite.names(in: scratch.folder.appending(path: "out")) == [])
  }

  @Test func `whichever page is damaged, the run ends with a pack or with a message`() throws {
    let good = try Self.good.get()
    let pages = good.count / 4096
    let step = CrashSearch.isWhole ? 1 : pages / 12
    var statuses: [Int32: Int] = [:]
    for page in stride(from: 1, to: pages, by: max(1, step)) {
      for byte: UInt8 in [0x00, 0xFF] {
        let scratch = try Scratch()
        try scratch.write("orders.csv", Self.orders)
        try scratch.write("p.yaml", Self.pipeline)
        let range = (page * 4096)..<((page + 1) * 4096)
        try scratch.write("s.sqlite", Self.overwritten(good, range, with: byte))
        let ended = try Program.run(Self.command + ["--force"], in: scratch.folder)
        statuses[ended.status, default: 0] += 1
        #expect([0, 65].contains(ended.status), "page \(page), \(byte): \(ended)")
        if ended.status == 65 {
          #expect(ended.error.contains("s.sqlite: error: the store is damaged"), "\(ended.error)")
          #expect(try RunSite.names(in: scratch.folder.appending(path: "out")) == [])
        }
      }
    }
    print("damaged pages, by exit code: \(statuses)")
  }
}
